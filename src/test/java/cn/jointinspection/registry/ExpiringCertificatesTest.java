package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.TODAY;
import static cn.jointinspection.registry.Fixtures.inspector;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("执法证到期提醒（一）")
@RegistryTest
class ExpiringCertificatesTest {

  @Autowired ExpiringCertificates certificates;
  @Autowired Inspectors inspectors;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void register() {
    inspectors.put(List.of(inspector("11111", "gaj", TODAY.minusDays(1)), inspector("22222", "gaj", TODAY),
        inspector("33333", "gaj", TODAY.plusDays(30)), inspector("44444", "gaj", TODAY.plusDays(31)),
        inspector("55555", "xfd", TODAY.plusDays(30))), REGISTRAR);
  }

  private List<String> told(String... groups) {
    return certificates.announcedAfter(TODAY.minusDays(1), List.of(groups), "nobody").stream()
        .map(ExpiringCertificates.Expiring::certificateNo).toList();
  }

  @Test
  @Clause("一-5")
  @DisplayName("最后一日在今日至三十天内的告知一次；已过期的、还有三十一天的、离岗的不告知")
  void announcesOnce() {
    jdbc.sql("update inspector set status = 'LEFT' where certificate_no = '22222'").update();
    assertThat(certificates.announce()).isEqualTo(2);
    assertThat(certificates.announce()).isZero();

    assertThat(told("gaj")).containsExactly("33333");
    assertThat(told("xfdReview", "staff")).containsExactly("55555");
    assertThat(told("staff", "registrars")).isEmpty();
    assertThat(certificates.announcedAfter(TODAY.minusDays(1), List.of(), Fixtures.account("33333"))).hasSize(1);
    assertThat(certificates.announcedAfter(TODAY, List.of("gaj"), "nobody")).as("told before").isEmpty();
    assertThat(certificates.count(List.of("gaj", "xfd"))).isEqualTo(2);
  }

  @Test
  @DisplayName("换证后不再提醒，新的有效期将到时再告知一次")
  void renewed() {
    assertThat(certificates.announce()).isEqualTo(3);
    renew("33333", TODAY.plusYears(5));
    assertThat(told("gaj")).containsExactly("22222");
    renew("33333", TODAY.plusDays(29));
    assertThat(certificates.announce()).isOne();
    assertThat(told("gaj")).containsExactly("22222", "33333");
  }

  private void renew(String certificateNo, LocalDate lastDay) {
    jdbc.sql("update inspector set certificate_expires_on = ? where certificate_no = ?").params(lastDay, certificateNo)
        .update();
  }
}
