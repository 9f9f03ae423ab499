package cn.jointinspection.rehearsal;

import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.intake.CountyFolder;
import cn.jointinspection.registry.intake.CountyLoad;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sample county's people come through the roster as in earnest; only that all have one password, which nobody need change. */
@Component
@Profile("rehearsal")
class RehearsalAccounts {

  static final String OFFICE_ACCOUNT = Groups.OFFICE + "Staff";

  static final Actor REHEARSAL = new Actor("system", "演练", Set.of());

  private final Accounts accounts;
  private final FirstAdministrator administrator;
  private final CountyLoad county;
  private final People people;

  RehearsalAccounts(Accounts accounts, FirstAdministrator administrator, CountyLoad county, People people) {
    this.accounts = accounts;
    this.administrator = administrator;
    this.county = county;
    this.people = people;
  }

  /** Fills a roster in which nobody is; one that holds anybody is left alone. */
  @Transactional
  public void create(String password) {
    if (people.none()) {
      county.people(CountyFolder.sample(), REHEARSAL);
      open(password);
    }
  }

  /** Lets everybody in the roster, and an administrator, sign in with this password. */
  @Transactional
  public void open(String password) {
    administrator.create("admin", password);
    people.inForce().forEach(person -> accounts.setPassword(person.account(), password));
  }
}
