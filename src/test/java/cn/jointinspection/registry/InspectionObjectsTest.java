package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.HOTELS;
import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.hotel;
import static cn.jointinspection.registry.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("检查对象名录库")
@RegistryTest
class InspectionObjectsTest {

  @Autowired InspectionObjects objects;
  @Autowired Scopes scopes;

  @Test
  @DisplayName("按公开编号查到对象的全部登记内容")
  void finds() {
    ObjectDraft draft = hotel(1, RiskClass.C);

    objects.put(List.of(draft), REGISTRAR);

    assertThat(objects.find(draft.objectNo())).hasValueSatisfying(found -> {
      assertThat(found).usingRecursiveComparison().ignoringFields("id", "version", "scopes").isEqualTo(draft);
      assertThat(found.version()).isZero();
    });
    assertThat(objects.scopesOf(draft.objectNo())).containsExactly(HOTELS);
    assertThat(objects.find("没有")).isEmpty();
  }

  @Test
  @DisplayName("再次导入相同内容不算变更，改了的覆盖并升版本，未写范围的保留原范围")
  void putsAgain() {
    objects.put(List.of(hotel(1, RiskClass.A), hotel(2, RiskClass.B)), REGISTRAR);

    PutOutcome outcome = objects.put(List.of(hotel(1, RiskClass.A), hotel(2, null), hotel(3, RiskClass.D),
        object("140826:XX-1", null, ObjectStatus.IN_FORCE, "本辖区中小学", "本辖区各类学校")), REGISTRAR);

    assertThat(outcome).isEqualTo(new PutOutcome(2, 1));
    assertThat(objects.find("140826:LG-001")).map(InspectionObject::version).contains(0);
    assertThat(objects.find("140826:LG-002")).hasValueSatisfying(o -> {
      assertThat(o.version()).isEqualTo(1);
      assertThat(o.riskClass()).isNull();
    });
    assertThat(objects.scopesOf("140826:XX-1")).containsExactly("本辖区中小学", "本辖区各类学校");

    objects.put(List.of(object("140826:XX-1", null, ObjectStatus.IN_FORCE, "本辖区中小学")), REGISTRAR);
    assertThat(objects.scopesOf("140826:XX-1")).containsExactly("本辖区中小学");
    objects.put(List.of(object("140826:XX-1", null, ObjectStatus.IN_FORCE)), REGISTRAR);
    assertThat(objects.scopesOf("140826:XX-1")).containsExactly("本辖区中小学");
  }

  @Test
  @DisplayName("一个范围按风险等级、未分类、已不存在分别计数")
  void counts() {
    objects.put(List.of(hotel(1, RiskClass.A), hotel(2, RiskClass.A), hotel(3, RiskClass.D), hotel(4, null),
        object("140826:LG-005", RiskClass.B, ObjectStatus.DEREGISTERED, HOTELS),
        object("140826:LG-006", null, ObjectStatus.REVOKED, HOTELS),
        object("140826:HX-001", RiskClass.B, ObjectStatus.IN_FORCE, "本辖区滑雪场")), REGISTRAR);

    ScopeCounts counts = objects.countByClass(scopes.idOf(HOTELS), "gaj");

    assertThat(counts).isEqualTo(
        new ScopeCounts(Map.of(RiskClass.A, 2, RiskClass.B, 0, RiskClass.C, 0, RiskClass.D, 1), 1, 2));
    assertThat(counts.inForce()).isEqualTo(4);
    assertThat(objects.countByClass(-1, "gaj").inForce()).isZero();
  }

  @Test
  @DisplayName("逐个读出一个范围的对象，次序按编号的字节，与数据库的语言无关")
  void streamsInByteOrder() {
    List<String> numbers = List.of("140826:a", "140826:B", "140826:乙", "140826:_", "140826:0", "91140826YL00000001");
    numbers.forEach(n -> objects.put(List.of(object(n, RiskClass.B, ObjectStatus.IN_FORCE, HOTELS)), REGISTRAR));
    objects.put(List.of(object("140826:C", null, ObjectStatus.MOVED_OUT, HOTELS, "本辖区滑雪场"),
        object("140826:D", null, ObjectStatus.IN_FORCE, "本辖区滑雪场")), REGISTRAR);

    List<ScopeObject> streamed = new ArrayList<>();
    objects.streamScope(scopes.idOf(HOTELS), "gaj", streamed::add);

    assertThat(streamed).extracting(ScopeObject::objectNo).containsExactly(
        "140826:0", "140826:B", "140826:C", "140826:_", "140826:a", "140826:乙", "91140826YL00000001");
    assertThat(streamed.get(2)).isEqualTo(new ScopeObject(
        objects.find("140826:C").orElseThrow().id(), "140826:C", null, ObjectStatus.MOVED_OUT));
    assertThat(streamed.get(1).riskClass()).isEqualTo(RiskClass.B);
  }

  @Test
  @DisplayName("编号中的反斜杠、制表符和换行符原样读出；读到一半放弃，连接照常可用")
  void streamsWhatTheServerEscapes() {
    List<String> numbers = List.of("140826:\\N", "140826:\\\\t", "140826:a\tb\u000bc\nd\re\bf\fg");
    numbers.forEach(n -> objects.put(List.of(object(n, null, ObjectStatus.IN_FORCE, HOTELS)), REGISTRAR));

    List<String> streamed = new ArrayList<>();
    objects.streamScope(scopes.idOf(HOTELS), "gaj", object -> streamed.add(object.objectNo()));

    assertThat(streamed).containsExactlyInAnyOrderElementsOf(numbers);
    assertThatThrownBy(() -> objects.streamScope(scopes.idOf(HOTELS), "gaj", object -> {
      throw new IllegalStateException("halfway");
    })).hasMessage("halfway");
    assertThat(objects.find(numbers.get(0))).isPresent();
  }

  @Test
  @DisplayName("登记为注销后不再算在册，重复登记不再改动")
  void changesStatus() {
    objects.put(List.of(hotel(1, RiskClass.A)), REGISTRAR);

    objects.changeStatus("140826:LG-001", ObjectStatus.DEREGISTERED, REGISTRAR);
    objects.changeStatus("140826:LG-001", ObjectStatus.DEREGISTERED, REGISTRAR);

    assertThat(objects.find("140826:LG-001")).hasValueSatisfying(o -> {
      assertThat(o.status()).isEqualTo(ObjectStatus.DEREGISTERED);
      assertThat(o.version()).isEqualTo(1);
    });
    assertThatThrownBy(() -> objects.changeStatus("没有", ObjectStatus.REVOKED, REGISTRAR))
        .isInstanceOf(UnknownObject.class).hasMessageContaining("没有");
  }

  @Test
  @DisplayName("保存编辑后的对象，得到新版本；编辑期间他人已改的拒绝保存")
  void savesOnlyTheVersionThatWasRead() {
    objects.put(List.of(hotel(1, RiskClass.A)), REGISTRAR);
    InspectionObject read = objects.find("140826:LG-001").orElseThrow();

    InspectionObject saved = objects.save(withRiskClass(read, RiskClass.D), REGISTRAR);

    assertThat(saved.riskClass()).isEqualTo(RiskClass.D);
    assertThat(saved.version()).isEqualTo(1);
    assertThatThrownBy(() -> objects.save(withRiskClass(read, RiskClass.B), REGISTRAR))
        .isInstanceOf(ChangedMeanwhile.class).hasMessageContaining("请刷新页面");
    assertThat(objects.find("140826:LG-001")).contains(saved);
  }

  @Test
  @DisplayName("八人同时保存同一版本，只有一人成功，其余都被告知")
  void letsOneOfManyWin() throws Exception {
    // given
    objects.put(List.of(hotel(1, RiskClass.A)), REGISTRAR);
    InspectionObject read = objects.find("140826:LG-001").orElseThrow();
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      // when
      List<Callable<InspectionObject>> saving = IntStream.range(0, 8).mapToObj(i -> (Callable<InspectionObject>) () ->
          objects.save(withRiskClass(read, RiskClass.values()[i % 4]), REGISTRAR)).toList();
      List<Future<InspectionObject>> results = people.invokeAll(saving);

      // then
      int saved = 0;
      for (Future<InspectionObject> result : results) {
        try {
          assertThat(result.get()).isEqualTo(objects.find("140826:LG-001").orElseThrow());
          saved++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(ChangedMeanwhile.class);
        }
      }
      assertThat(saved).isEqualTo(1);
    } finally {
      people.shutdown();
    }
  }

  private static InspectionObject withRiskClass(InspectionObject o, RiskClass riskClass) {
    return new InspectionObject(o.id(), o.objectNo(), o.name(), o.creditCode(), o.registrationNo(), o.category(),
        o.address(), o.contact(), riskClass, o.status(), o.version());
  }
}
