package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.HOTELS;
import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.hotel;
import static cn.jointinspection.registry.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("同一事项一年一次")
@RegistryTest
class MatterCoverageTest {

  private static final String FIRST = "140826-2024-008";
  private static final String SECOND = "140826-2024-045";

  @Autowired MatterCoverage coverage;
  @Autowired InspectionObjects objects;
  @Autowired Scopes scopes;
  private int hotels;

  @BeforeEach
  void register() {
    objects.put(List.of(hotel(1, null), hotel(2, null),
        object("140826:HX-1", null, ObjectStatus.IN_FORCE, "本辖区滑雪场")), REGISTRAR);
    hotels = scopes.idOf(HOTELS);
  }

  @Test
  @Clause("三-8")
  @DisplayName("抽过的对象在同年、同一范围、任一同样事项中算已覆盖，其他年度和事项不算")
  void knowsWhatIsCovered() {
    coverage.cover(FIRST, 2024, List.of("卫生", "消防"), List.of("140826:LG-001", "140826:HX-1"));

    assertThat(coverage.coveredObjects(hotels, List.of("消防", "治安"), 2024)).isEqualTo(Set.of(id("140826:LG-001")));
    assertThat(coverage.coveredObjects(hotels, List.of("治安"), 2024)).isEmpty();
    assertThat(coverage.coveredObjects(hotels, List.of("消防"), 2025)).isEmpty();
  }

  @Test
  @DisplayName("再次覆盖保留先前的任务，后一任务撤回不影响前一任务")
  void keepsTheEarlierDraw() {
    coverage.cover(FIRST, 2024, List.of("消防"), List.of("140826:LG-001"));
    coverage.cover(SECOND, 2024, List.of("消防"), List.of("140826:LG-001", "140826:LG-002"));

    coverage.release("140826:LG-001", SECOND);
    coverage.release("140826:LG-002", SECOND);

    assertThat(coverage.coveredObjects(hotels, List.of("消防"), 2024)).containsExactly(id("140826:LG-001"));
    coverage.release("140826:LG-001", FIRST);
    assertThat(coverage.coveredObjects(hotels, List.of("消防"), 2024)).isEmpty();
  }

  @Test
  @DisplayName("有一个对象不在库，就一个也不记")
  void refusesUnknownObjects() {
    assertThatThrownBy(() -> coverage.cover(FIRST, 2024, List.of("消防"), List.of("140826:LG-001", "没有")))
        .isInstanceOf(UnknownObject.class).hasMessageContaining("没有");
    assertThat(coverage.coveredObjects(hotels, List.of("消防"), 2024)).isEmpty();
  }

  private long id(String objectNo) {
    return objects.find(objectNo).orElseThrow().id();
  }
}
