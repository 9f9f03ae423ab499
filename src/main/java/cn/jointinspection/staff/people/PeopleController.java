package cn.jointinspection.staff.people;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.Role;
import cn.jointinspection.staff.people.PasswordSlips.Slip;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of the roster send; for registrars and administrators alone. */
@RestController
@RequestMapping(PeoplePage.PATH)
class PeopleController {

  private final PeopleRights rights;
  private final RosterDesk desk;

  PeopleController(PeopleRights rights, RosterDesk desk) {
    this.rights = rights;
    this.desk = desk;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  /**
   * A person as the form sends him; empty texts are none.
   *
   * @param account null or empty to have one made
   * @param heir account of the colleague who takes over; null or empty for nobody
   */
  record Sent(
      String account, String name, String department, Set<Role> roles, String certificateNo, String email, int version,
      String heir) {

    Person person(String as) {
      return new Person(as, name == null ? null : CellText.name(name), department, roles == null ? Set.of() : roles,
          code(certificateNo), code(email), true, version);
    }
  }

  /** @param version that was seen @param heir as with {@link Sent} */
  record Step(int version, String heir) {}

  @PostMapping
  Next add(@RequestBody Sent sent, HttpSession session) {
    return onPaper(List.of(desk.add(sent.person(code(sent.account())), rights.keeper())), session);
  }

  @PostMapping("/{account}")
  Next save(@PathVariable String account, @RequestBody Sent sent) {
    desk.save(sent.person(account), code(sent.heir()), rights.keeper());
    return new Next(PeoplePage.PATH + "/" + account);
  }

  @PostMapping("/{account}/departure")
  Next leave(@PathVariable String account, @RequestBody Step step) {
    desk.leave(account, step.version(), code(step.heir()), rights.keeper());
    return new Next(PeoplePage.PATH);
  }

  @PostMapping("/{account}/return")
  Next comeBack(@PathVariable String account, @RequestBody Step step, HttpSession session) {
    return onPaper(List.of(desk.comeBack(account, step.version(), rights.keeper())), session);
  }

  @PostMapping("/{account}/password")
  Next newPassword(@PathVariable String account, HttpSession session) {
    return onPaper(List.of(desk.newPassword(account, rights.keeper())), session);
  }

  @PostMapping("/passwords")
  Next newPasswords(HttpSession session) {
    return onPaper(desk.newPasswords(rights.keeper()), session);
  }

  private static Next onPaper(List<Slip> slips, HttpSession session) {
    PasswordSlips.keep(slips, session);
    return new Next(PeoplePage.SLIPS);
  }

  private static String code(String text) {
    String code = text == null ? "" : CellText.code(text);
    return code.isEmpty() ? null : code;
  }
}
