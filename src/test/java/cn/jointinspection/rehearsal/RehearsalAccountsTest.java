package cn.jointinspection.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.intake.CountyLoad;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("演练的账号也从人员名册来，共用一个口令，不用修改")
class RehearsalAccountsTest extends HttpTest {

  @Autowired private Accounts accounts;
  @Autowired private FirstAdministrator administrator;
  @Autowired private CountyLoad load;
  @Autowired private Inspectors inspectors;
  @Autowired private People people;

  @AfterEach
  void gone() {
    all("select account from person").forEach(identity::deleteUser);
    identity.deleteUser("admin");
  }

  private List<String> groups(String account) {
    return identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId).sorted().toList();
  }

  @Test
  @DisplayName("每个部门的经办和审核、办公室、纪检、登记员、检查人员都在名册里，权限和名册一致，登录后直接办理")
  void throughTheRoster() {
    jdbc.sql("""
        insert into inspector (certificate_no, name, department, certificate_expires_on, updated_at)
        values ('14082608001', '示例公安01', 'gaj', '2026-12-31', now())""").update();
    var rehearsal = new RehearsalAccounts(accounts, administrator, load, people);
    rehearsal.create(PASSWORD);

    Map.of("wljStaff", "wlj", "wljReviewer", "wljReview", "bgsStaff", "bgs", "bgsStaff2", "bgs", "jjjcStaff", "jjjc",
        "registrar", "registrars", "14082608001", "inspectors").forEach((account, group) ->
            assertThat(groups(account)).as(account).containsExactlyInAnyOrder(group, "staff"));
    assertThat(all("select name from person where roles = array['CLERK']")).hasSize(27);
    assertThat(all("select name from person where 'INSPECTOR' = any (roles)")).hasSizeGreaterThan(300);
    assertThat(inspectors.byAccount("14082608001")).hasValueSatisfying(i -> assertThat(i.inForce()).isTrue());
    assertThat(all("select account from one_time_password")).isEmpty();
    for (String account : List.of("wljStaff", "registrar", "admin")) {
      HttpResponse<String> login = login(account, PASSWORD, "tasklist");
      assertThat(login.statusCode()).as(account).isEqualTo(200);
      assertThat(login.headers().firstValue("X-Continue-At")).isEmpty();
      assertThat(rest(account, "GET", "/task/count", null).statusCode()).isEqualTo(200);
    }
    assertThat(signIn("registrar").get("/camunda/api/staff/people?text=wlj").body()).contains("文旅局经办", "文旅局审核");

    rehearsal.create("Other-Pass-2024");
    assertThat(login("wljStaff", PASSWORD, "tasklist").statusCode()).as("left alone").isEqualTo(200);
  }
}
