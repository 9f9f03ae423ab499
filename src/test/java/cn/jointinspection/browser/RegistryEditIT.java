package cn.jointinspection.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jointinspection.process.County;
import cn.jointinspection.process.registrychange.RegistryChangeProcess;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.ObjectDraft;
import cn.jointinspection.registry.ObjectStatus;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("在浏览器里变更一户检查对象，合并重复的两户，由另一人批准")
class RegistryEditIT extends BrowserStory {

  private static final String OBJECTS = "/camunda/api/staff/objects";
  private static final String HOTEL = OBJECTS + "/detail?no=140826:A001";

  @Autowired private InspectionObjects objects;

  @Test
  @DisplayName("从对象页点“变更”：填着现状，错处在栏旁、所填仍在，改好提交，审核人在待办里批准，对象页随之更新")
  void anObjectIsEdited() {
    county.hotels(2, 0, 0, 0);
    Page clerk = person("gajStaff1").page();
    clerk.navigate(base() + HOTEL);
    clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("变更").setExact(true)).click();
    visit("gajStaff1", "/camunda/api/staff/registry-changes/edit?kind=OBJECTS&no=140826:A001", "registry-edit");
    clerk.setViewportSize(DESK, HEIGHT);
    clerk.getByLabel("地址").fill("示例路9号");
    clerk.getByLabel("状态").selectOption("停业");
    clerk.getByLabel("检查对象名称").fill("");
    clerk.getByLabel("变更的理由").fill("示例：企业来函");
    handIn(clerk);
    assertThat(clerk.locator("label:has([name='检查对象名称']) .problem")).containsText("应为不超过 200 字的文字");
    assertThat(clerk.getByLabel("地址")).hasValue("示例路9号");
    picture(clerk, "registry-edit-refused");
    person("gajStaff1").complaints();
    clerk.getByLabel("检查对象名称").fill("示例旅馆改名");
    handIn(clerk);
    clerk.waitForURL(Pattern.compile("/registry-changes/\\d+$"));
    String change = clerk.url().substring(base().length());
    visit("gajStaff1", change, "registry-edit-waiting");
    visit("gajStaff1", HOTEL, "object-with-a-change-waiting");

    runAsyncSteps();
    complete("gajReviewer1", task(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE),
        page -> page.locator("input[name=approve]").first().check());
    runAsyncSteps();
    visit("gajStaff1", HOTEL, "object-changed", 200, page -> assertThat(page.locator("main")).containsText("示例路9号"));
    visit("gajStaff1", "/camunda/api/staff/registry-changes/edit?kind=OBJECTS", "registry-new");
  }

  @Test
  @DisplayName("从清单页变更一项抽查事项：要点改先后、加一条，错处在那一条旁边，批准后清单随之更新")
  void aMatterIsEdited() {
    jdbc.sql("""
        insert into inspection_item (department, name, ratio) values ('gaj', '示例治安检查', '不低于30%');
        insert into inspection_point (item_id, text, position, answer)
        select i.id, p.*, 'CONFORMITY' from inspection_item i, (values ('示例要点一', 1), ('示例要点二', 2)) p
        where i.name = '示例治安检查'""").update();
    String matters = "/camunda/api/staff/matters?department=gaj";
    visit("gajStaff1", matters, "matters");
    Page clerk = person("gajStaff1").page();
    clerk.setViewportSize(DESK, HEIGHT);
    clerk.locator("section.panel", new Page.LocatorOptions().setHasText("示例要点一")).getByText("变更本事项").click();
    clerk.locator("[data-row]").nth(1).getByText("上移").click();
    clerk.getByText("再加一条").click();
    clerk.locator("[name='检查要点#6']").fill("示例要点三");
    clerk.locator("[name='计量单位#6']").fill("人");
    clerk.locator("[name='回答方式#6']").selectOption("文字");
    clerk.getByLabel("变更的理由").fill("示例：省清单调整");
    handIn(clerk);
    assertThat(clerk.locator("label:has([name='计量单位#6']) .problem")).containsText("只有数值才有计量单位");
    picture(clerk, "matter-edit-refused");
    person("gajStaff1").complaints();
    clerk.locator("[name='回答方式#6']").selectOption("数值");
    handIn(clerk);
    clerk.waitForURL(Pattern.compile("/registry-changes/\\d+$"));
    visit("gajStaff1", clerk.url().substring(base().length()), "matter-edit-waiting");

    runAsyncSteps();
    completeAs("gajReviewer1", "gajReview", task(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE),
        Map.of("approve", true));
    runAsyncSteps();
    visit("gajStaff1", matters, "matters-changed", 200, page -> assertThat(page.locator("main"))
        .containsText(Pattern.compile("示例要点二.*示例要点一.*示例要点三.*数值（人）", Pattern.DOTALL)));
  }

  @Test
  @DisplayName("疑似重复：一对认定不是重复，一对合并，合并后原编号打开的是保留的一户")
  void duplicates() {
    objects.put(List.of(draft("A1", "示例宾馆", "示例路1号"), draft("A2", "示例宾馆", "示例路 1 号"),
        draft("B1", "示例店", "示例路2号"), draft("B2", "示例店", "示例路2号")), County.OFFICE);
    visit("gajStaff1", OBJECTS + "/duplicates", "duplicates");
    Page clerk = person("gajStaff1").page();
    clerk.setViewportSize(DESK, HEIGHT);
    clerk.locator("section.panel").first().getByLabel("不是重复，原因").fill("两家分店");
    clerk.locator("section.panel").first().getByRole(AriaRole.BUTTON).click();
    assertThat(clerk.locator("main")).containsText("已认定不是重复");
    visit("gajStaff1", OBJECTS + "/duplicates", "duplicates-marked");
    clerk.setViewportSize(DESK, HEIGHT);
    clerk.getByText("保留这一条").first().click();
    clerk.getByLabel("变更的理由").fill("示例：同一户");
    picture(clerk, "merge");
    handIn(clerk);
    clerk.waitForURL(Pattern.compile("/registry-changes/\\d+$"));
    visit("gajStaff1", clerk.url().substring(base().length()), "merge-waiting");
    runAsyncSteps();
    completeAs("gajReviewer1", "gajReview", task(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE),
        Map.of("approve", true));
    runAsyncSteps();
    visit("gajStaff1", OBJECTS + "/detail?no=140826:A2", "object-merged",
        200, page -> assertThat(page.locator("main")).containsText("已并入本对象"));
    visit("gajStaff1", OBJECTS + "/duplicates", "duplicates-none");
  }

  private static ObjectDraft draft(String number, String name, String address) {
    return new ObjectDraft("140826:" + number, name, null, number, "旅馆", address, null, null, ObjectStatus.IN_FORCE,
        Set.of(County.HOTELS));
  }

  private static void handIn(Page page) {
    page.getByText("提交审批").click();
  }

  private static void picture(Page page, String name) {
    if (WITH_PICTURES) {
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }
  }
}
