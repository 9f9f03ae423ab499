package cn.jointinspection.engine.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

/** Creates accounts in the engine, which keeps passwords salted and hashed. */
@Component
public class Accounts {

  private static final int UNUSABLE_BYTES = 48;

  private final IdentityService identity;
  private final SecureRandom random = new SecureRandom();

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

  /**
   * Gives the account this password, which is good for its purpose as the caller knows, and takes back the wait after
   * wrong ones.
   */
  public void setPassword(String id, String password) {
    User user = identity.createUserQuery().userId(id).singleResult();
    user.setPassword(password);
    save(user);
    identity.unlockUser(id);
  }

  boolean hasPassword(String id, String password) {
    return identity.checkPassword(id, password);
  }

  boolean isAdministrator(String id) {
    return identity.createGroupQuery().groupMember(id).groupId(Groups.ADMINISTRATORS).count() > 0;
  }

  /**
   * Name and address as they now are; an account that is not there is made, with a password that nobody knows.
   *
   * @return whether it was made
   */
  boolean profile(String id, String name, String email) {
    User user = identity.createUserQuery().userId(id).singleResult();
    boolean isNew = user == null;
    if (isNew) {
      user = identity.newUser(id);
      user.setPassword(unusable());
    }
    String address = email == null ? "" : email;
    String known = user.getEmail() == null ? "" : user.getEmail();
    if (!isNew && name.equals(text(user.getFirstName()) + text(user.getLastName())) && address.equals(known)) {
      return false;
    }
    user.setFirstName(name);
    user.setLastName("");
    user.setEmail(address);
    save(user);
    return isNew;
  }

  /** From now on no password lets anybody in. */
  void makeUnusable(String id) {
    setPassword(id, unusable());
  }

  private String unusable() {
    byte[] bytes = new byte[UNUSABLE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The engine's own policy asks more of a password than people are told here. */
  private void save(User user) {
    ((IdentityServiceImpl) identity).saveUser(user, true);
  }

  private static String text(String name) {
    return name == null ? "" : name;
  }
}
