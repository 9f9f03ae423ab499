package cn.jointinspection.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certificates of inspectors in office whose last day is today or one of the next {@link InspectorQuery#ANNOUNCED} (一).
 * Each is announced once; one that was renewed is announced again before its new last day.
 */
@Service
public class ExpiringCertificates {

  private static final String EXPIRING =
      " i.status = 'IN_FORCE' and i.certificate_expires_on between :today and :last ";

  private final JdbcClient jdbc;
  private final Clock clock;

  ExpiringCertificates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param lastDay on which the certificate is valid */
  public record Expiring(String certificateNo, String name, LocalDate lastDay) {}

  /**
   * Announces those that nobody was told of. May be repeated and may have been left out for weeks.
   *
   * @return how many
   */
  @Transactional
  public int announce() {
    return jdbc.sql("""
            insert into certificate_notice (certificate_no, expires_on, announced_on)
            select i.certificate_no, i.certificate_expires_on, :today from inspector i where""" + EXPIRING + """
            on conflict do nothing""")
        .param("today", today()).param("last", lastAnnounced()).update();
  }

  /**
   * What was announced after that day and is still so, for one who belongs to these groups or whose own certificate it is.
   * In order of the last day.
   *
   * @param groups of the person; a department's code or its reviewers' group tells of the department's
   */
  public List<Expiring> announcedAfter(LocalDate day, Collection<String> groups, String account) {
    return jdbc.sql("""
            select i.certificate_no, i.name, i.certificate_expires_on as last_day
            from certificate_notice n join inspector i
              on i.certificate_no = n.certificate_no and i.certificate_expires_on = n.expires_on
            where n.announced_on > :day and (i.department = any (:groups) or i.department || :reviewers = any (:groups)
                or i.account = :account) and""" + EXPIRING + "order by i.certificate_expires_on, i.certificate_no")
        .param("day", day).param("groups", groups.toArray(String[]::new)).param("account", account)
        .param("reviewers", Bodies.reviewersOf("")).param("today", today()).param("last", lastAnnounced())
        .query(Expiring.class).list();
  }

  /** How many certificates of these departments' inspectors expire. */
  public int count(Collection<String> departments) {
    return jdbc.sql("select count(*)::int from inspector i where i.department = any (:departments) and" + EXPIRING)
        .param("departments", departments.toArray(String[]::new)).param("today", today())
        .param("last", lastAnnounced()).query(Integer.class).single();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private LocalDate lastAnnounced() {
    return today().plusDays(InspectorQuery.ANNOUNCED);
  }
}
