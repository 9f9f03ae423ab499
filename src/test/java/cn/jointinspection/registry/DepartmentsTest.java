package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.registry.RegistryRefused.UnknownDepartment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("部门")
@RegistryTest
class DepartmentsTest {

  @Autowired Departments departments;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("启动后即有 29 个部门，按印发的次序，办公室和纪检监察不参加检查")
  void holdsAllDepartments() {
    assertThat(departments.all()).hasSize(29);
    assertThat(departments.all()).first().isEqualTo(new Department("bgs", "领导小组办公室", DepartmentKind.OFFICE));
    assertThat(departments.all()).last().isEqualTo(new Department("nyj", "能源局", DepartmentKind.DEPARTMENT));
    assertThat(departments.byCode("jjjc").kind()).isEqualTo(DepartmentKind.DISCIPLINE);
    assertThat(departments.all()).filteredOn(d -> d.kind() == DepartmentKind.DEPARTMENT).hasSize(27);
  }

  @Test
  @DisplayName("再次装载不增不改，不覆盖已更名的部门")
  void loadsOnce() {
    jdbc.sql("update department set name = '县公安局' where code = 'gaj'").update();

    departments.load();

    assertThat(jdbc.sql("select count(*) from department").query(Integer.class).single()).isEqualTo(29);
    assertThat(departments.byCode("gaj").name()).isEqualTo("县公安局");
    jdbc.sql("update department set name = '公安局' where code = 'gaj'").update();
    departments.load();
  }

  @Test
  @DisplayName("名称的一部分不算名称，按代码查不到时说明哪个代码有误")
  void findsByNameAndCode() {
    assertThat(departments.resolve("公安局").department()).map(Department::code).contains("gaj");
    assertThat(departments.resolve("公安").department()).isEmpty();
    assertThatThrownBy(() -> departments.byCode("xyz"))
        .isInstanceOf(UnknownDepartment.class).hasMessageContaining("xyz");
  }
}
