package cn.jointinspection.engine.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Creates accounts in the engine, which keeps passwords salted and hashed. */
@Component
public class Accounts {

  private final IdentityService identity;

  Accounts(IdentityService identity) {
    this.identity = identity;
  }

  public boolean exists(String id) {
    return identity.createUserQuery().userId(id).count() > 0;
  }

  /**
   * Does nothing if the account is there.
   *
   * @param surname shown before the given name; the web apps print first name, then last name
   */
  public void create(String id, String surname, String givenName, String password, List<String> groups) {
    if (exists(id)) {
      return;
    }
    User user = identity.newUser(id);
    user.setFirstName(surname);
    user.setLastName(givenName);
    user.setPassword(password);
    identity.saveUser(user);
    identity.createMembership(id, Groups.STAFF);
    groups.forEach(group -> identity.createMembership(id, group));
  }
}
