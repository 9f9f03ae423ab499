package cn.jointinspection.simulation;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.ExpiringCertificates;
import cn.jointinspection.registry.ExpiringCertificates.Expiring;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.InspectorQuery;
import cn.jointinspection.registry.Inspectors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Departments renew a certificate that was announced as expiring, though not at once: nobody checks with one that ran out. */
@Component
@Profile("simulation")
class Renewals {

  private static final Actor REGISTRARS = new Actor("rehearsal", "演练数据", Set.of());
  /** Days before its last one on which a certificate is renewed; longer than any holiday. */
  private static final int BEFORE = 10;
  private static final int VALID_YEARS = 5;

  private final ExpiringCertificates certificates;
  private final Inspectors inspectors;
  private final Departments departments;
  private final Clock clock;

  Renewals(ExpiringCertificates certificates, Inspectors inspectors, Departments departments, Clock clock) {
    this.certificates = certificates;
    this.inspectors = inspectors;
    this.departments = departments;
    this.clock = clock;
  }

  void renew() {
    LocalDate today = LocalDate.now(clock);
    List<String> all = departments.all().stream().map(Department::code).toList();
    certificates.announcedAfter(today.minusDays(InspectorQuery.ANNOUNCED + 1L), all, "").stream()
        .filter(expiring -> !expiring.lastDay().isAfter(today.plusDays(BEFORE)))
        .map(Expiring::certificateNo).map(inspectors::find).flatMap(Optional::stream)
        .forEach(one -> inspectors.save(new Inspector(one.certificateNo(), one.name(), one.department(), one.account(),
            one.certificateExpiresOn().plusYears(VALID_YEARS), one.labels(), one.matters(), one.inForce(),
            one.version()), REGISTRARS));
  }
}
