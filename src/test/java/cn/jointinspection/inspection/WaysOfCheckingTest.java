package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@InspectionTest
@DisplayName("怎样检查、由谁录入（三）")
class WaysOfCheckingTest {

  @Autowired Scene scene;
  @Autowired ObjectInspections objects;
  @Autowired DepartmentChecks checks;

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Clause("三-11")
  @DisplayName("实地、书面、网络检查都可以，记录和公示写明是哪一种")
  void anyOfTheThree(Method method) {
    long check = checks.get(scene.noticed(), "gaj").id();

    checks.recordCheck(check, new CheckRecord(method, Scene.FIRST_DAY, "示例检查记录",
        List.of(new Finding("示例事项", Outcome.NO_PROBLEM, null)), List.of(), List.of("GA001", "GA002")), inspector("GA001"));

    assertThat(checks.report(check).done().method()).isEqualTo(method.text()).isIn("实地检查", "书面检查", "网络检查");
  }

  @Test
  @Clause("三-14")
  @DisplayName("谁检查、谁录入：别的部门的人、本部门没有参加检查的人都不能录入")
  void whoeverCheckedEnters() {
    String object = scene.noticed();
    scene.checked(object);
    long check = checks.get(object, "gaj").id();

    for (String other : List.of("SJ001", "GA003")) {
      assertThatThrownBy(() -> checks.enterResult(check, Scene.noProblem(), inspector(other)))
          .isInstanceOf(CheckRules.OnlyTheTeamInForce.class);
    }
    assertThat(checks.get(check).status()).isEqualTo(CheckStatus.CHECKED);

    checks.enterResult(check, Scene.noProblem(), inspector("GA002"));
    assertThat(checks.report(check).result().by()).isEqualTo("ga002");
    assertThat(checks.report(check).department().code()).isEqualTo("gaj");
  }
}
