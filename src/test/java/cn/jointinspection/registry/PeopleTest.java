package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.AccountTaken;
import cn.jointinspection.registry.RegistryRefused.CertificateTaken;
import cn.jointinspection.registry.RegistryRefused.PersonIncomplete;
import cn.jointinspection.registry.RegistryRefused.UnknownDepartment;
import cn.jointinspection.registry.RegistryRefused.UnknownPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("人员名册")
@RegistryTest
class PeopleTest {

  private static final LocalDate EXPIRES = LocalDate.of(2025, 1, 1);
  private static final String CERTIFICATE = "14082608001";

  @Autowired People people;
  @Autowired Inspectors inspectors;
  @Autowired JdbcClient jdbc;

  private static Person person(String account, String department, String certificateNo, Role... roles) {
    return new Person(account, "示例" + account, department, Set.of(roles), certificateNo, null, true, 0);
  }

  private static Person moved(Person person, String department, String certificateNo, Role... roles) {
    return new Person(person.account(), person.name(), department, Set.of(roles), certificateNo, person.email(),
        person.inForce(), person.version());
  }

  private String status(String certificateNo) {
    return inspectors.find(certificateNo).map(i -> i.account() + " " + i.department() + " " + i.inForce())
        .orElseThrow();
  }

  @Test
  @DisplayName("按姓名、账号、执法证号、部门、角色和状态查到，分页，一人不漏")
  void finds() {
    List<Person> many = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      many.add(person("gaj%03d".formatted(i), "gaj", null, Role.CLERK));
    }
    many.add(person("xfd001", "xfd", "99001", Role.INSPECTOR, Role.REVIEWER));
    many.add(person("xfd002", "xfd", null, Role.CLERK).inForce(false));
    assertThat(people.put(many, REGISTRAR)).isEqualTo(new PutOutcome(9, 0));

    assertThat(accounts(new PersonQuery("示例gaj00", null, null, true))).hasSize(7);
    assertThat(accounts(new PersonQuery("XFD", null, null, null))).containsExactly("xfd001", "xfd002");
    assertThat(accounts(new PersonQuery("9900", null, null, null))).containsExactly("xfd001");
    assertThat(accounts(new PersonQuery(null, List.of("xfd"), null, true))).containsExactly("xfd001");
    assertThat(accounts(new PersonQuery(null, null, Role.REVIEWER, null))).containsExactly("xfd001");
    assertThat(accounts(new PersonQuery(null, null, null, false))).containsExactly("xfd002");
    assertThat(accounts(new PersonQuery("100%", null, null, null))).isEmpty();

    Page<Person> second = people.search(new PersonQuery(null, List.of("gaj"), null, null), 2, 5);
    assertThat(second.items()).extracting(Person::account).containsExactly("gaj006", "gaj007");
    assertThat(second.total()).isEqualTo(7);
  }

  private List<String> accounts(PersonQuery query) {
    return people.search(query, 1, 50).items().stream().map(Person::account).toList();
  }

  @Test
  @Clause("三-13")
  @DisplayName("每次变动留痕；别人改过的不覆盖；再存一样的不算变动")
  void keepsWhoChangedWhat() {
    Person added = people.add(person("gaj001", "gaj", null, Role.CLERK), REGISTRAR);
    Person saved = people.save(moved(added, "xfd", null, Role.REVIEWER), REGISTRAR);

    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.department()).isEqualTo("xfd");
    assertThatThrownBy(() -> people.save(added, REGISTRAR)).isInstanceOf(ChangedMeanwhile.class);
    assertThat(people.save(saved, REGISTRAR).version()).isEqualTo(1);
    assertThat(people.put(List.of(saved), REGISTRAR)).isEqualTo(new PutOutcome(0, 0));
    assertThat(jdbc.sql("""
            select operation || ' ' || changed_by || ' ' || (after ->> 'department') from registry_history
            where table_name = 'person' and row_key = 'gaj001' order by id""").query(String.class).list())
        .containsExactly("INSERT registrar gaj", "UPDATE registrar xfd");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @DisplayName("角色只在有这种角色的单位，检查人员有执法证号；不合的写明哪一栏应当怎样，什么也没有存")
  @CsvSource(nullValues = "-", value = {
      "gaj, OFFICE, -, 角色", "gaj, DISCIPLINE, -, 角色", "bgs, CLERK, -, 角色", "bgs, INSPECTOR, 12345, 角色",
      "jjjc, OFFICE, -, 角色", "jjjc, REVIEWER, -, 角色", "gaj, INSPECTOR, -, 执法证号", "gaj, CLERK, 12, 执法证号",
      "gaj, '', -, 角色"})
  void rulesOfRoles(String department, String roles, String certificate, String column) {
    Role[] wanted =
        Arrays.stream(roles.split(" ")).filter(role -> !role.isEmpty()).map(Role::valueOf).toArray(Role[]::new);

    assertThatThrownBy(() -> people.add(person("a001", department, certificate, wanted), REGISTRAR))
        .isInstanceOfSatisfying(PersonIncomplete.class, refused -> {
          assertThat(refused).hasMessageContaining("“" + column + "”应为").hasMessageContaining("未作任何更改");
          assertThat(refused.particulars().get("fields")).asString().startsWith("{" + column + "=");
        });
    assertThat(people.none()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("合规的都收：登记员各单位都有，一人可以既经办又审核又检查")
  @CsvSource({"bgs, OFFICE", "bgs, OFFICE REGISTRAR", "jjjc, DISCIPLINE", "gaj, CLERK REVIEWER", "gaj, REGISTRAR",
      "gaj, CLERK REVIEWER INSPECTOR"})
  void lawfulRoles(String department, String roles) {
    Set<Role> wanted = Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet());

    Person added = people.add(person("a001", department, "12345", wanted.toArray(Role[]::new)), REGISTRAR);

    assertThat(added.roles()).isEqualTo(wanted);
  }

  @Test
  @DisplayName("姓名、邮箱、账号、部门不对的都拒绝；账号和执法证号不重复")
  void refusesTheRest() {
    people.add(person("gaj001", "gaj", CERTIFICATE, Role.INSPECTOR), REGISTRAR);

    assertThatThrownBy(() -> people.add(
        new Person("王小明", " ", "gaj", Set.of(Role.CLERK), null, "a@b", true, 0), REGISTRAR))
        .hasMessageContainingAll("“姓名”", "“账号”", "“电子邮箱”");
    assertThatThrownBy(() -> people.add(person("a1", "xyz", null, Role.CLERK), REGISTRAR))
        .isInstanceOf(UnknownDepartment.class);
    assertThatThrownBy(() -> people.add(person("gaj001", "gaj", null, Role.CLERK), REGISTRAR))
        .isInstanceOf(AccountTaken.class);
    assertThatThrownBy(() -> people.add(person("gaj002", "gaj", CERTIFICATE, Role.INSPECTOR), REGISTRAR))
        .isInstanceOf(CertificateTaken.class).hasMessageContaining("示例gaj001");
    assertThatThrownBy(() -> people.save(person("gaj009", "gaj", null, Role.CLERK), REGISTRAR))
        .isInstanceOf(UnknownPerson.class);
    assertThat(people.search(new PersonQuery(null, null, null, null), 1, 50).total()).isEqualTo(1);
  }

  @Test
  @DisplayName("没有账号的按部门代码和序号编排，跳过已有的，包括检查人员用的")
  void makesAccounts() {
    people.add(person("gaj001", "gaj", null, Role.CLERK), REGISTRAR);
    Inspector holder = new Inspector("55555", "示例", "gaj", "gaj002", EXPIRES, List.of(), true, 0);
    inspectors.put(List.of(holder), REGISTRAR);

    assertThat(people.add(person(null, "gaj", null, Role.CLERK), REGISTRAR).account()).isEqualTo("gaj003");
    assertThat(people.add(person(null, "xfd", null, Role.CLERK), REGISTRAR).account()).isEqualTo("xfd001");
  }

  @Test
  @DisplayName("六人同时各新增一人，各得各的账号，谁也没有盖掉谁；同时用同一账号的只有一人成功")
  void manyAtOnce() throws Exception {
    assertThat(atOnce(null)).doesNotHaveDuplicates().hasSize(6);
    assertThat(people.inForce("gaj")).hasSize(6);

    assertThat(atOnce("same1")).filteredOn("same1"::equals).hasSize(1);
    assertThat(people.get("same1").version()).isZero();
  }

  /** Accounts of those who were entered; the rule's code for each who was not. */
  private List<String> atOnce(String account) throws InterruptedException, ExecutionException {
    ExecutorService registrars = Executors.newFixedThreadPool(6);
    try {
      Callable<String> entering = () -> {
        try {
          return people.add(person(account, "gaj", null, Role.CLERK), REGISTRAR).account();
        } catch (AccountTaken taken) {
          return taken.code();
        }
      };
      List<String> outcomes = new ArrayList<>();
      for (Future<String> outcome : registrars.invokeAll(Collections.nCopies(6, entering))) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      registrars.shutdownNow();
    }
  }

  @Test
  @DisplayName("执法检查人员名录同时跟着变：账号、姓名、部门、离岗、返岗、换证")
  void inspectorsFollow() {
    inspectors.put(
        List.of(inspector(CERTIFICATE, "gaj", EXPIRES), inspector("14082608002", "gaj", EXPIRES)), REGISTRAR);
    Person person = people.add(person("gaj001", "gaj", CERTIFICATE, Role.INSPECTOR), REGISTRAR);
    assertThat(status(CERTIFICATE)).isEqualTo("gaj001 gaj true");
    assertThat(inspectors.find(CERTIFICATE)).hasValueSatisfying(i -> assertThat(i.name()).isEqualTo("示例gaj001"));

    person = people.save(moved(person, "xfd", CERTIFICATE, Role.INSPECTOR), REGISTRAR);
    assertThat(status(CERTIFICATE)).isEqualTo("gaj001 xfd true");

    person = people.save(moved(person, "xfd", CERTIFICATE, Role.CLERK), REGISTRAR);
    assertThat(status(CERTIFICATE)).isEqualTo("gaj001 xfd false");

    person = people.save(moved(person, "xfd", "14082608002", Role.INSPECTOR), REGISTRAR);
    assertThat(status(CERTIFICATE)).isEqualTo("null xfd false");
    assertThat(status("14082608002")).isEqualTo("gaj001 xfd true");

    person = people.save(person.inForce(false), REGISTRAR);
    assertThat(inspectors.inForce("xfd", EXPIRES)).isEmpty();
    people.save(person.inForce(true), REGISTRAR);
    assertThat(inspectors.inForce("xfd", EXPIRES)).extracting(Inspector::certificateNo).containsExactly("14082608002");
  }

  @Test
  @DisplayName("先有名册后导入检查人员名录的，账号当即接上；名录中已离岗的，进了名册也还是离岗")
  void whicheverComesFirst() {
    people.add(person("gaj001", "gaj", CERTIFICATE, Role.INSPECTOR), REGISTRAR);
    inspectors.put(List.of(new Inspector(CERTIFICATE, "示例", "gaj", null, EXPIRES, List.of(), true, 0)), REGISTRAR);
    assertThat(inspectors.byAccount("gaj001")).isPresent();

    inspectors.put(List.of(new Inspector("77777", "示例", "gaj", null, EXPIRES, List.of(), false, 0)), REGISTRAR);
    people.add(person("gaj002", "gaj", "77777", Role.INSPECTOR), REGISTRAR);
    assertThat(status("77777")).isEqualTo("gaj002 gaj false");
  }

  @Test
  @DisplayName("一批人全部存入或全部不存")
  void allOrNone() {
    assertThatThrownBy(() -> people.put(
        List.of(person("gaj001", "gaj", null, Role.CLERK), person("gaj002", "gaj", null, Role.INSPECTOR)), REGISTRAR))
        .isInstanceOf(PersonIncomplete.class);
    assertThatThrownBy(() -> people.put(List.of(
        person("gaj001", "gaj", "12345", Role.INSPECTOR), person("gaj002", "gaj", "12345", Role.INSPECTOR)), REGISTRAR))
        .isInstanceOf(CertificateTaken.class);
    assertThat(people.none()).isTrue();
  }
}
