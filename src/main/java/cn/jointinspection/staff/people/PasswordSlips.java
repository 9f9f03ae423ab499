package cn.jointinspection.staff.people;

import cn.jointinspection.engine.identity.OneTimePasswords;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Person;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * One-time passwords on their way to paper: in the memory of the session that made them, until the sheet is shown,
 * once. They are never written anywhere.
 */
@Component
class PasswordSlips {

  private static final String WAITING = PasswordSlips.class.getName();

  private final Departments departments;

  PasswordSlips(Departments departments) {
    this.departments = departments;
  }

  /**
   * What one person is handed.
   *
   * @param password in clear
   * @param expiresAt local time, Asia/Shanghai
   */
  record Slip(String name, String department, String account, String password, LocalDateTime expiresAt) {}

  Slip slip(Person person, OneTimePasswords.Issued issued) {
    return new Slip(person.name(), departments.byCode(person.department()).name(), issued.account(), issued.password(),
        issued.expiresAt());
  }

  /** Keeps the slips for the sheet; those of an earlier step that were not shown are gone. */
  static void keep(List<Slip> slips, HttpSession session) {
    session.setAttribute(WAITING, List.copyOf(slips));
  }

  /** Those that wait, which afterwards wait no more; empty if there are none. */
  @SuppressWarnings("unchecked") // only keep() sets it
  static List<Slip> take(HttpSession session) {
    Object slips = session.getAttribute(WAITING);
    session.removeAttribute(WAITING);
    return slips == null ? List.of() : (List<Slip>) slips;
  }
}
