package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RegistryRefused.AliasGone;
import cn.jointinspection.registry.RegistryRefused.AliasIsNoName;
import cn.jointinspection.registry.RegistryRefused.NameKnownAlready;
import cn.jointinspection.registry.RegistryRefused.UnknownDepartment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("部门别名的登记与删去")
@RegistryTest
class DepartmentAliasesTest {

  private static final Actor OFFICE = new Actor("bgs01", "示例甲", Set.of("bgs"));
  private static final Actor OTHER = new Actor("bgs02", "示例乙", Set.of("bgs"));

  @Autowired Departments departments;
  @Autowired DepartmentAliases aliases;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void asShipped() {
    jdbc.sql("delete from department_alias where added_at is not null").update();
    jdbc.sql("update department_alias set removed_at = null, removed_by = null, removed_by_name = null").update();
  }

  @Test
  @DisplayName("登记后立即认得，记下何时何人；删去后不再认得，记录留着")
  void addsAndRemoves() {
    aliases.add(" 治安管理 局", "gaj", OFFICE);

    assertThat(departments.resolve("县治安管理局").department()).map(Department::code).contains("gaj");
    DepartmentAlias added = aliases.changes(1, 100).items().get(0);
    assertThat(added.alias()).isEqualTo("治安管理局");
    assertThat(added.addedAt()).hasToString("2024-03-20T09:00");
    assertThat(added.addedByName()).isEqualTo("示例甲");
    assertThat(aliases.inUse()).contains(added);

    aliases.remove(added.id(), OTHER);

    assertThat(departments.resolve("治安管理局").department()).isEmpty();
    assertThat(aliases.changes(1, 100).items()).singleElement()
        .satisfies(removed -> assertThat(removed.removedByName()).isEqualTo("示例乙"))
        .satisfies(removed -> assertThat(removed.removedAt()).hasToString("2024-03-20T09:00"));
    assertThat(jdbc.sql("select added_by || ' ' || removed_by from department_alias where id = ?").param(added.id())
        .query(String.class).single()).isEqualTo("bgs01 bgs02");

    aliases.add("治安管理局", "xfd", OTHER);
    assertThat(departments.resolve("治安管理局").department()).map(Department::code).contains("xfd");
  }

  @Test
  @DisplayName("后来的人删同一个别名，得知已经不在使用")
  void removesOnce() {
    aliases.add("治安管理局", "gaj", OFFICE);
    long id = aliases.changes(1, 100).items().get(0).id();
    aliases.remove(id, OFFICE);

    assertThatExceptionOfType(AliasGone.class).isThrownBy(() -> aliases.remove(id, OTHER))
        .withMessageContaining("已经不在使用");
    assertThatExceptionOfType(AliasGone.class).isThrownBy(() -> aliases.remove(-1, OTHER));
    assertThat(aliases.changes(1, 100).items()).singleElement()
        .satisfies(removed -> assertThat(removed.removedByName()).isEqualTo("示例甲"));
  }

  @Test
  @DisplayName("已经认得的名称不再登记，无论指这个部门还是别的部门")
  void aNameHasOneMeaning() {
    int before = aliases.inUse().size();
    for (String name : new String[] {"公安局", "县公安局", "文化和旅游局", "绛县文化和旅游局"}) {
      assertThatExceptionOfType(NameKnownAlready.class).isThrownBy(() -> aliases.add(name, "gaj", OFFICE))
          .withMessageContaining("已识别为");
    }
    assertThat(aliases.inUse()).hasSize(before);
  }

  @Test
  @DisplayName("几个人同时登记同一个名称，只登记一次，其余得知已经认得")
  void addsOnce() throws Exception {
    CyclicBarrier start = new CyclicBarrier(4);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Throwable>> calls =
          Stream.of("gaj", "xfd", "gaj", "xfd").<Callable<Throwable>>map(code -> () -> {
            start.await();
            return catchThrowable(() -> aliases.add("治安管理局", code, OFFICE));
          }).toList();
      List<Throwable> failures = new ArrayList<>();
      for (Future<Throwable> call : pool.invokeAll(calls)) {
        Optional.ofNullable(call.get()).ifPresent(failures::add);
      }
      assertThat(failures).hasSize(3).allSatisfy(failure -> assertThat(failure).isInstanceOf(NameKnownAlready.class));
    } finally {
      pool.shutdownNow();
    }
    assertThat(aliases.changes(1, 100).items()).hasSize(1);
    assertThat(departments.resolve("治安管理局").department()).isPresent();
  }

  @ParameterizedTest
  @DisplayName("不像一个名称的不收")
  @ValueSource(strings = {"", " ", "局", "公安局、消防队", "公安局,消防队", "公安局/消防队", "<b>局</b>"})
  void refusesWhatIsNoName(String text) {
    assertThatExceptionOfType(AliasIsNoName.class).isThrownBy(() -> aliases.add(text, "gaj", OFFICE))
        .withMessageContaining("2 至 50 个字");
    assertThat(aliases.changes(1, 100).items()).isEmpty();
  }

  @Test
  @DisplayName("没有的部门、空的别名不收")
  void refusesUnknownDepartments() {
    assertThatExceptionOfType(UnknownDepartment.class).isThrownBy(() -> aliases.add("治安管理局", "xyz", OFFICE));
    assertThatExceptionOfType(AliasIsNoName.class).isThrownBy(() -> aliases.add(null, "gaj", OFFICE));
  }

  @Test
  @DisplayName("办公室删去的随程序提供的别名，重新启动不会回来")
  void whatWasRemovedStaysRemoved() {
    long id = aliases.inUse().stream().filter(alias -> alias.alias().equals("水利局")).findFirst().orElseThrow().id();
    int before = aliases.inUse().size();
    aliases.remove(id, OFFICE);

    departments.load();

    assertThat(aliases.inUse()).hasSize(before - 1);
    assertThat(departments.resolve("水利局").department()).isEmpty();
  }
}
