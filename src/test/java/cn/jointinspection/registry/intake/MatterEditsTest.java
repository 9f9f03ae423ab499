package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.AnswerKind;
import cn.jointinspection.registry.CheckPoint;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Matter;
import cn.jointinspection.registry.MatterLists;
import cn.jointinspection.registry.intake.IntakeRefused.AlreadyListed;
import cn.jointinspection.registry.intake.IntakeRefused.FieldsUnfit;
import cn.jointinspection.registry.intake.IntakeRefused.NotYourList;
import cn.jointinspection.registry.intake.IntakeRefused.NothingToChange;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import cn.jointinspection.registry.intake.RegistryEdits.Edit;
import cn.jointinspection.registry.intake.RegistryEdits.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

@DisplayName("在页面上变更一项抽查事项和它的检查要点（一）")
@DatabaseTest
@Import(MatterEditsTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.division.code=140826")
@Sql(statements = "truncate inspection_item, registry_change, registry_change_row, registry_history cascade")
class MatterEditsTest {

  private static final Actor CLERK = new Actor("gajStaff1", "示例经办", Set.of("gaj"));
  private static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核", Set.of("gajReview"));
  private static final String MATTER = "gaj|旅馆业治安检查";
  private static final String LIST = """
      抽查事项,抽查类别,检查依据,检查方式,抽查比例,检查要点,要点依据,回答方式,计量单位
      旅馆业治安检查,治安,示例办法,实地检查,不低于30%,登记一致,示例条,符合/不符合/不适用,
      ,,,,,出口宽度,,数值,米
      ,,,,,制度,,文字,
      """;

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired RegistryEdits edits;
  @Autowired RegistryChanges changes;
  @Autowired MatterLists lists;

  @BeforeEach
  void aMatterWithThreePoints() throws IOException {
    long id = changes.propose(new Proposal(ChangeKind.MATTERS, "gaj", "清单.csv", "示例理由", false),
        new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)), List.of("gaj"), CLERK);
    assertThat(changes.read(id)).as(() -> changes.problems(id, 1, 9).items().toString()).isTrue();
    inForce(id);
  }

  private void inForce(long id) {
    changes.decide(id, true, null, REVIEWER);
    assertThat(changes.putInForce(id)).isTrue();
  }

  /** As the form sends it, with these fields typed anew. */
  private Edit typed(String key, Map<String, String> typed) {
    Form form = edits.form(ChangeKind.MATTERS, key, Map.of());
    Map<String, String> fields = new HashMap<>();
    Stream.concat(form.fields().stream(), form.rows().stream().flatMap(List::stream))
        .forEach(field -> fields.put(field.head(), field.value()));
    fields.putAll(typed);
    return new Edit(ChangeKind.MATTERS, "gaj", "示例理由", key, form.seen(), fields);
  }

  private long proposed(Map<String, String> typed) {
    return edits.propose(typed(MATTER, typed), List.of("gaj"), CLERK);
  }

  private Matter matter() {
    return lists.of("gaj").get(0);
  }

  @Test
  @DisplayName("表单填着现状和三条要点，另有空行；原样提交就是没有变更")
  void theFormSaysWhatStands() {
    Form form = edits.form(ChangeKind.MATTERS, MATTER, Map.of());

    assertThat(form.fields()).extracting("head", "value", "fixed").contains(
        tuple("抽查事项", "旅馆业治安检查", true), tuple("抽查比例", "不低于30%", false), tuple("检查方式", "实地检查", false));
    assertThat(form.rows()).hasSize(6);
    assertThat(form.rows().get(1)).extracting("head", "value").containsExactly(
        tuple("检查要点#2", "出口宽度"), tuple("要点依据#2", ""), tuple("回答方式#2", "数值"), tuple("计量单位#2", "米"));
    assertThatThrownBy(() -> proposed(Map.of())).isInstanceOf(NothingToChange.class);
  }

  @Test
  @Clause("一-6")
  @DisplayName("要点改先后、去掉、加上，各栏改写、清空：批准前不变，批准后就是这样")
  void theChecklistIsEdited() {
    long before = matter().points().get(0).id();
    Map<String, String> fields = new HashMap<>(Map.of("抽查比例", "", "检查依据", "示例新办法", "检查要点#3", "", "回答方式#3", "",
        "检查要点#5", "新要点"));
    fields.putAll(Map.of("检查要点#1", "出口宽度", "要点依据#1", "", "回答方式#1", "数值", "计量单位#1", "厘米"));
    fields.putAll(Map.of("检查要点#2", "登记一致", "回答方式#2", "符合/不符合/不适用", "计量单位#2", ""));
    long id = proposed(fields);
    assertThat(matter().ratio()).isEqualTo("不低于30%");
    inForce(id);

    assertThat(matter()).extracting(Matter::category, Matter::basis, Matter::methods, Matter::ratio)
        .containsExactly("治安", "示例新办法", "实地检查", null);
    assertThat(matter().points()).extracting(CheckPoint::position, CheckPoint::text, CheckPoint::basis,
        CheckPoint::answerWords).containsExactly(tuple(1, "出口宽度", null, "数值（厘米）"),
            tuple(2, "登记一致", null, "符合/不符合/不适用"), tuple(3, "新要点", null, AnswerKind.CONFORMITY.label()));
    assertThat(matter().points().get(1).id()).as("the same point in another place").isEqualTo(before);
  }

  @Test
  @DisplayName("所有要点都清空，就没有要点了；停用的事项退出清单")
  void emptiedAndOutOfUse() {
    Map<String, String> none = new HashMap<>();
    for (int n = 1; n <= 3; n++) {
      none.putAll(Map.of("检查要点#" + n, "", "要点依据#" + n, "", "回答方式#" + n, "", "计量单位#" + n, ""));
    }
    inForce(proposed(none));
    assertThat(matter().points()).isEmpty();

    inForce(proposed(Map.of("状态", "停用")));
    assertThat(lists.of("gaj")).isEmpty();
  }

  @Test
  @DisplayName("错处写在那一条要点旁边；别的部门不能改，也不能借本部门的名义；已有的事项不能再新增")
  void refused() {
    assertThatThrownBy(() -> proposed(Map.of("计量单位#2", "", "检查要点#5", "登记一致", "抽查比例", "30")))
        .asInstanceOf(type(FieldsUnfit.class)).satisfies(problem -> assertThat(
            ((Map<?, ?>) problem.particulars().get("fields")).keySet().stream().map(String::valueOf))
            .containsExactlyInAnyOrder("计量单位#2", "检查要点#5", "抽查比例"));
    Edit edit = typed(MATTER, Map.of("抽查比例", "40%"));
    assertThatThrownBy(() -> edits.propose(
        new Edit(edit.kind(), "xfd", "示例理由", MATTER, edit.seen(), edit.fields()), List.of("xfd"), CLERK))
        .isInstanceOf(NotYourList.class);
    Edit fresh = new Edit(ChangeKind.MATTERS, "gaj", "示例理由", null, "", Map.of("抽查事项", "旅馆业治安检查"));
    assertThatThrownBy(() -> edits.propose(fresh, List.of("gaj"), CLERK)).isInstanceOf(AlreadyListed.class)
        .hasMessageContaining("旅馆业治安检查");
  }

  @Test
  @DisplayName("新增一项，连同要点")
  void aNewMatter() {
    inForce(edits.propose(new Edit(ChangeKind.MATTERS, "gaj", "示例理由", null, "", Map.of("抽查事项", "新事项", "抽查比例", "5%",
        "检查要点#1", "要点一", "检查要点#3", "要点二", "计量单位#3", "人")), List.of("gaj"), CLERK));

    assertThat(lists.of("gaj", List.of("新事项"))).singleElement().satisfies(fresh -> assertThat(fresh.points())
        .extracting(CheckPoint::answerWords).containsExactly(AnswerKind.CONFORMITY.label(), "数值（人）"));
    assertThat(matter().points()).hasSize(3);
  }
}
