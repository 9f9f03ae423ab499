package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.inspector;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.registry.InspectorQuery.Certificate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("查执法检查人员")
@RegistryTest
class InspectorSearchTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);

  @Autowired Inspectors inspectors;
  @Autowired InspectorSearch search;

  @BeforeEach
  void county() {
    inspectors.put(List.of(
        inspector("14082601", "gaj", TODAY.minusDays(1), "特种设备"),
        inspector("14082602", "gaj", TODAY, "食品", "特种设备"),
        inspector("14082603", "xfd", TODAY.plusDays(30)),
        inspector("14082604", "xfd", TODAY.plusDays(31)),
        new Inspector("ZF-05", "某某示例", "xfd", null, TODAY, List.of(), false, 0)), REGISTRAR);
  }

  @Test
  @DisplayName("按姓名的一段、证号的开头、部门、专长、在岗与否")
  void byWhatIsKnown() {
    assertThat(find(query("某", null, null, null, null))).containsExactly("ZF-05");
    assertThat(find(query("１４０８２６０３", null, null, null, null))).containsExactly("14082603");
    assertThat(find(query("82603", null, null, null, null))).containsExactly("14082603");
    assertThat(find(query("zf-05", null, null, null, null))).isEmpty();
    assertThat(find(query("%", null, null, null, null))).isEmpty();
    assertThat(find(query(null, "gaj", null, null, null))).containsExactly("14082601", "14082602");
    assertThat(find(query(null, null, "特种设备", null, null))).containsExactly("14082601", "14082602");
    assertThat(find(query(null, null, null, false, null))).containsExactly("ZF-05");
    assertThat(find(query(null, "xfd", null, true, null))).containsExactly("14082603", "14082604");
    assertThat(search.labels()).containsExactlyInAnyOrder("特种设备", "食品");
  }

  @Test
  @DisplayName("证件当日至第三十日到期的算即将到期，前一日到期的算过期")
  void byCertificate() {
    assertThat(find(query(null, null, null, true, Certificate.EXPIRING))).containsExactly("14082602", "14082603");
    assertThat(find(query(null, null, null, null, Certificate.EXPIRED))).containsExactly("14082601");
    assertThat(InspectorQuery.of(TODAY.plusDays(31), TODAY)).isNull();
    assertThat(InspectorQuery.of(TODAY.plusDays(30), TODAY)).isEqualTo(Certificate.EXPIRING);
    assertThat(InspectorQuery.of(TODAY.minusDays(1), TODAY)).isEqualTo(Certificate.EXPIRED);
  }

  private List<String> find(InspectorQuery query) {
    List<String> found = search.find(query, 1, 50).items().stream().map(Inspector::certificateNo).toList();
    assertThat(search.walk(query, "", 50)).extracting(Inspector::certificateNo).isEqualTo(found);
    return found;
  }

  private static InspectorQuery query(
      String text, String department, String label, Boolean inForce, Certificate certificate) {
    return new InspectorQuery(text, department, label, inForce, certificate, TODAY);
  }
}
