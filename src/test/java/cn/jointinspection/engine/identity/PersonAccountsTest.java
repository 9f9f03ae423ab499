package cn.jointinspection.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused.AccountLocked;
import cn.jointinspection.engine.EngineRefused.LastAdministratorStays;
import cn.jointinspection.engine.EngineRefused.OnlyAdministratorsHandleAdministrators;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.ProcessTest;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.PersonChange;
import cn.jointinspection.registry.RegistryRefused.AccountTaken;
import cn.jointinspection.registry.Role;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("账号和权限跟着人员名册")
class PersonAccountsTest extends ProcessTest {

  private static final Actor REGISTRAR = new Actor("registrar1", "示例登记员", Set.of("registrars"));
  private static final Actor ADMIN = new Actor("admin1", "示例管理员", Set.of("camunda-admin"));
  private static final String ACCOUNT = "roster1";

  @Autowired private People people;
  @Autowired private PersonAccounts follower;
  @Autowired private OneTimePasswords passwords;
  @Autowired private Accounts accounts;
  @Autowired private FirstAdministrator administrator;
  @Autowired private SignInGate gate;
  @Autowired private Actors actors;

  @AfterEach
  void leaveNoAccount() {
    identity.clearAuthentication();
    identity.createUserQuery().list().stream().map(User::getId)
        .filter(id -> id.startsWith("roster") || id.equals("admin1")).forEach(identity::deleteUser);
  }

  private static Person person(String department, Role... roles) {
    return new Person(ACCOUNT, "示例人员", department, Set.of(roles), "12345", "a@example.cn", true, 0);
  }

  private Person save(Person now) {
    Person there = people.get(ACCOUNT);
    return people.save(new Person(ACCOUNT, now.name(), now.department(), now.roles(), now.certificateNo(), now.email(),
        now.inForce(), there.version()), REGISTRAR);
  }

  private List<String> groups() {
    return identity.createGroupQuery().groupMember(ACCOUNT).list().stream().map(Group::getId).sorted().toList();
  }

  @Test
  @DisplayName("每种角色有它的组；换部门、换角色、改名，当即都变；再说一遍什么也不变")
  void groupsFollow() {
    people.add(person("gaj", Role.CLERK, Role.REVIEWER, Role.INSPECTOR, Role.REGISTRAR), REGISTRAR);
    assertThat(groups()).containsExactly("gaj", "gajReview", "inspectors", "registrars", "staff");
    assertThat(identity.createUserQuery().userId(ACCOUNT).singleResult().getEmail()).isEqualTo("a@example.cn");

    save(person("xfd", Role.REVIEWER));
    assertThat(groups()).containsExactly("staff", "xfdReview");
    save(person("bgs", Role.OFFICE));
    assertThat(groups()).containsExactly("bgs", "staff");
    Person last = save(new Person(ACCOUNT, "示例改名", "jjjc", Set.of(Role.DISCIPLINE), null, null, true, 0));
    follower.follow(List.of(new PersonChange(null, last), new PersonChange(last, last)), REGISTRAR);

    assertThat(groups()).containsExactly("jjjc", "staff");
    assertThat(actors.nameOf(ACCOUNT)).isEqualTo("示例改名");
  }

  @Test
  @DisplayName("名册管不到的组不动；手工多加的部门组，下次变动时清掉")
  void otherGroupsStay() {
    administrator.create("admin1", "Admin-Pass-2024");
    people.add(person("gaj", Role.CLERK), REGISTRAR);
    identity.createMembership(ACCOUNT, Groups.ADMINISTRATORS);
    identity.createMembership(ACCOUNT, "xfd");

    assertThatThrownBy(() -> save(person("gaj", Role.REVIEWER)))
        .isInstanceOf(OnlyAdministratorsHandleAdministrators.class);
    assertThatThrownBy(() -> passwords.issue(ACCOUNT, REGISTRAR))
        .isInstanceOf(OnlyAdministratorsHandleAdministrators.class);
    people.save(new Person(ACCOUNT, "示例人员", "gaj", Set.of(Role.REVIEWER), null, null, true, 0), ADMIN);

    assertThat(groups()).containsExactly("camunda-admin", "gajReview", "staff");
  }

  @Test
  @DisplayName("离岗的：组全部退出，原口令作废，当即进不来；返岗后恢复，另发口令")
  void whoeverLeftIsOut() {
    people.add(person("gaj", Role.CLERK), REGISTRAR);
    String password = passwords.issue(ACCOUNT, REGISTRAR).password();
    passwords.change(password, "Own-Word-2024", "Own-Word-2024", new Actor(ACCOUNT, "示例人员", Set.of()));
    assertThat(gate.refusal(ACCOUNT)).isEmpty();

    save(person("gaj", Role.CLERK).inForce(false));

    assertThat(groups()).isEmpty();
    assertThat(identity.checkPassword(ACCOUNT, "Own-Word-2024")).isFalse();
    assertThat(gate.refusal(ACCOUNT)).get().isInstanceOf(AccountLocked.class);
    assertThatThrownBy(() -> passwords.issue(ACCOUNT, REGISTRAR)).isInstanceOf(AccountLocked.class);

    at(LocalDateTime.of(2024, 3, 21, 9, 0));
    save(person("gaj", Role.CLERK));
    assertThat(groups()).containsExactly("gaj", "staff");
    assertThat(gate.refusal(ACCOUNT)).isEmpty();
    assertThat(identity.checkPassword(ACCOUNT, passwords.issue(ACCOUNT, REGISTRAR).password())).isTrue();
  }

  @Test
  @DisplayName("最后一名系统管理员不能离岗，名册和账号都没有变")
  void theLastAdministratorStays() {
    identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).list()
        .forEach(user -> identity.deleteMembership(user.getId(), Groups.ADMINISTRATORS));
    administrator.create("admin1", "Admin-Pass-2024");
    people.add(person("gaj", Role.CLERK), REGISTRAR);
    identity.createMembership(ACCOUNT, Groups.ADMINISTRATORS);
    identity.deleteMembership("admin1", Groups.ADMINISTRATORS);

    assertThatThrownBy(() -> people.save(people.get(ACCOUNT).inForce(false), ADMIN))
        .isInstanceOf(LastAdministratorStays.class);

    assertThat(people.get(ACCOUNT).inForce()).isTrue();
    assertThat(groups()).contains("camunda-admin", "gaj");
  }

  @Test
  @DisplayName("名册存不进去的，账号也没有；编排账号时跳过名册以外已有的账号")
  void oneTransaction() {
    accounts.create("gaj001", "示例", "旧账号", "Sample-Pass-2024", List.of("gaj"));
    people.add(person("gaj", Role.CLERK), REGISTRAR);
    Person twice = new Person("roster2", "示例", "gaj", Set.of(Role.INSPECTOR), "12345", null, true, 0);
    assertThatThrownBy(() -> people.put(List.of(twice), REGISTRAR)).isNotInstanceOf(AccountTaken.class);
    assertThat(accounts.exists("roster2")).isFalse();

    Person made = people.add(new Person(null, "示例", "gaj", Set.of(Role.CLERK), null, null, true, 0), REGISTRAR);
    assertThat(made.account()).isNotEqualTo("gaj001").startsWith("gaj0");
  }

  @Test
  @DisplayName("一次性口令：每次不同，没有看起来相像的字符，十四天有效")
  void oneTimePasswords() {
    people.add(person("gaj", Role.CLERK), REGISTRAR);
    OneTimePasswords.Issued first = passwords.issue(ACCOUNT, REGISTRAR);
    OneTimePasswords.Issued second = passwords.issue(ACCOUNT, REGISTRAR);

    assertThat(first.password()).isNotEqualTo(second.password()).matches("[a-z34679]{4}(-[a-z34679]{4}){2}")
        .doesNotContainPattern("[0o1liz2s5b8gqvIO]");
    assertThat(first.expiresAt()).isEqualTo(START.plusDays(14));
    assertThat(identity.checkPassword(ACCOUNT, first.password())).isFalse();
    assertThat(one("select string_agg(t::text, ' ') from one_time_password t")).doesNotContain(second.password());
  }
}
