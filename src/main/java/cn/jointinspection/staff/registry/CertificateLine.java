package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.ExpiringCertificates;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.InspectorQuery;
import cn.jointinspection.registry.InspectorQuery.Certificate;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.staff.Desk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the desk says of certificates that expire (一): to those who keep a department's list how many, to an inspector his
 * own. Templates read it as {@code @certificateLine}.
 */
@Component("certificateLine")
public class CertificateLine {

  private final ExpiringCertificates certificates;
  private final RegistryChanges changes;
  private final Inspectors inspectors;
  private final Desk desk;
  private final Clock clock;

  CertificateLine(ExpiringCertificates certificates, RegistryChanges changes, Inspectors inspectors, Desk desk,
      Clock clock) {
    this.certificates = certificates;
    this.changes = changes;
    this.inspectors = inspectors;
    this.desk = desk;
    this.clock = clock;
  }

  /** @param href of the list that shows them */
  public record Line(int number, String href) {}

  /** Null where the signed-in person keeps no list, or nothing on it expires. */
  public Line expiring() {
    List<String> keeps = changes.departmentsOf(desk.actor(), Groups.REGISTRARS);
    int number = keeps.isEmpty() ? 0 : certificates.count(keeps);
    return number == 0 ? null : new Line(number, new FilterAddress()
        .with("department", keeps.size() == 1 ? keeps.get(0) : null).with("state", InspectorFilter.State.ACTIVE)
        .with("certificate", Certificate.EXPIRING).at(InspectorsPage.PATH));
  }

  /** Last day of the signed-in inspector's own certificate; null where nothing is to be said. */
  public LocalDate own() {
    Actor actor = desk.actor();
    return inspectors.byAccount(actor.userId()).filter(Inspector::inForce).map(Inspector::certificateExpiresOn)
        .filter(lastDay -> InspectorQuery.of(lastDay, LocalDate.now(clock)) != null).orElse(null);
  }
}
