package cn.jointinspection.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.RosterUploads;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("人员名册在浏览器里：登记一人，打印口令条，本人第一次登录")
class RosterIT extends BrowserStory {

  private static final String PEOPLE = "/camunda/api/staff/people";
  private static final String OWN = "mima-2024-shili";
  private static final Actor REGISTRAR = new Actor("registrar1", "示例登记员", Set.of("registrars"));

  @Autowired private Accounts accounts;
  @Autowired private People people;
  @Autowired private RosterUploads uploads;

  @BeforeEach
  void aRegistrar() {
    accounts.create("registrar1", "示例", "登记员", PASSWORD, List.of("registrars"));
  }

  @Test
  @DisplayName("从登记到第一次登录：错处在栏旁，口令条能打印，首次登录被引去改口令，改好后进工作台")
  void fromTheRosterToTheDesk() {
    Page registrar = person("registrar1").page();
    registrar.navigate(base() + PEOPLE + "/new");
    registrar.getByLabel("姓名").fill("示例新人");
    registrar.locator("select[name=department]").selectOption("gaj");
    registrar.getByLabel("检查人员", new Page.GetByLabelOptions().setExact(true)).check();
    save(registrar);
    assertThat(registrar.locator("label:has([name=certificateNo]) .problem")).containsText("检查人员必须有执法证号");
    person("registrar1").complaints();
    registrar.locator("[name=certificateNo]").fill("14082608001");
    save(registrar);
    assertThat(registrar.locator(".slips li")).hasCount(1);
    String account = registrar.locator(".slips dd.code").nth(1).innerText();
    String password = registrar.locator(".slips .password").innerText();
    registrar.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(registrar.locator("header")).isHidden();
    assertThat(registrar.locator(".not-printed")).isHidden();
    assertThat(registrar.locator(".slips li")).isVisible();
    scrutinise(registrar, "password-slips", "body");
    registrar.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

    BrowserContext context = registrar.context().browser().newContext();
    Page newcomer = context.newPage();
    Person.signIn(newcomer, base() + "/camunda/app/tasklist/", account, password);
    newcomer.waitForURL("**/camunda/api/staff/password");
    assertThat(newcomer.locator("main")).containsText("您现在用的是一次性口令");
    scrutinise(newcomer, "password-first", "body");
    change(newcomer, password, "short");
    assertThat(newcomer.locator("label:has([name=fresh]) .problem")).containsText("太短");
    scrutinise(newcomer, "password-refused", "body");
    change(newcomer, password, OWN);
    newcomer.waitForURL("**/camunda/api/staff/desk");
    assertThat(newcomer.locator(".who")).hasText("示例新人");
    context.close();
  }

  private static void save(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^保存"))).click();
  }

  private static void change(Page page, String present, String fresh) {
    page.locator("[name=present]").fill(present);
    page.locator("[name=fresh]").fill(fresh);
    page.locator("[name=again]").fill(fresh);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("修改口令")).click();
  }

  @Test
  @DisplayName("名册、人员、核对导入、口令条和修改口令，电脑和手机宽度上都看得全")
  void everyPage() {
    byte[] file = "姓名,部门,角色,执法证号\n示例甲,公安局,经办、审核,\n示例乙,消防队,检查人员,14082607001\n"
        .getBytes(StandardCharsets.UTF_8);
    visit("registrar1", PEOPLE, "people-nobody-yet");
    long first = uploads.keep(file, "名册.csv", REGISTRAR);
    visit("registrar1", PEOPLE + "/imports/" + first, "roster-import");
    uploads.take(first, uploads.read(uploads.get(first)).fingerprint(), REGISTRAR);
    String account = one("select account from person where name = '示例甲'");
    for (String path : List.of("", "/new", "/" + account, "/slips", "/imports/" + first)) {
      visit("registrar1", PEOPLE + path, "people" + path.replaceAll("\\W+|\\d", "-"));
    }
    people.save(people.get(account).inForce(false), REGISTRAR);
    visit("registrar1", PEOPLE + "/" + account, "person-left");
    visit("gajReviewer1", PEOPLE, "people-read-only");
    visit("gajStaff1", PEOPLE, "people-refused", 422, page -> {});
    visit("gajStaff1", "/camunda/api/staff/password", "password");
  }
}
