package cn.jointinspection.staff.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.County;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.ObjectDraft;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RecusalOrigin;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.registry.RegistryFileReader;
import cn.jointinspection.registry.RiskClass;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("名录的网页：查找、详情、变更记录、回避原因给谁看、导出")
class RegistryPagesTest extends HttpTest {

  private static final String OBJECTS = "/camunda/api/staff/objects";
  private static final String INSPECTORS = "/camunda/api/staff/inspectors";
  private static final String HOTEL = OBJECTS + "/detail?no=140826:A001";

  @Autowired InspectionObjects objects;
  @Autowired Inspectors inspectors;
  @Autowired Recusals recusals;
  @Autowired RegistryFileReader reader;

  @BeforeEach
  void people() {
    account("gajStaff1", "gaj");
    account("gajReviewer1", "gajReview");
    account("xfdReviewer1", "xfdReview");
    account("bgsStaff1", "bgs");
    account("registrar1", "registrars");
    account("nobody1");
  }

  @Test
  @DisplayName("查找：条件留在地址里，翻页和导出带着条件；查不到、太短、库是空的各有说明")
  void search() {
    Session staff = signIn("gajStaff1");
    assertThat(staff.get(OBJECTS).body()).contains("名录库还是空的");
    assertThat(staff.get(INSPECTORS).body()).contains("名录库还是空的");
    county.hotels(60, 0, 0, 1);

    String found = staff.get(OBJECTS + "?q=" + encoded("旅馆Ａ") + "&risk=A&page=2").body();
    assertThat(found).contains("找到 <strong>60</strong> 户", "第 <span>2</span> 页，共 <span>2</span> 页", "示例旅馆A060",
        "value=\"旅馆Ａ\"", "<option value=\"A\" selected=\"selected\">低风险</option>",
        "?q=%E6%97%85%E9%A6%86%EF%BC%A1&amp;risk=A\"",
        "/export.xlsx?q=%E6%97%85%E9%A6%86%EF%BC%A1&amp;risk=A\"").doesNotContain("示例旅馆A001<", "示例旅馆D001");
    assertThat(staff.get(OBJECTS + "?q=" + encoded("旅")).body()).contains("至少输入两个字").doesNotContain("示例旅馆A001");
    assertThat(staff.get(OBJECTS + "?q=" + encoded("没有这家")).body()).contains("没有符合全部条件的检查对象", "清除条件");
    assertThat(staff.get(OBJECTS + "?q=" + encoded("<script>alert(1)</script>")).body())
        .doesNotContain("<script>alert").contains("&lt;script&gt;");
    assertThat(staff.get(OBJECTS + "?department=gaj").body()).contains("今年公布的计划中没有公安局的抽查任务");
    planPublished();
    assertThat(staff.get(OBJECTS + "?department=gaj").body()).contains("找到 <strong>61</strong> 户");
    assertThat(staff.get(OBJECTS + "?department=gaj&scope=0").body()).contains("没有符合全部条件");
    for (String wrong : List.of("?page=0", "?risk=E", "?state=x", "?scope=x", "?q=" + "9".repeat(101))) {
      assertThat(staff.get(OBJECTS + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  @Clause("一-6")
  @DisplayName("某一天的登记：那天的名称、等级；还没有它的日子；日子写错")
  void asItStoodOnADay() {
    county.hotels(1, 0, 0, 0);
    at(START.plusDays(3).withHour(0).withMinute(0));
    objects.put(List.of(new ObjectDraft("140826:A001", "示例改名", null, "A001", "旅馆", "示例路1号", null, RiskClass.C,
        ObjectStatus.IN_FORCE, Set.of(County.HOTELS))), County.OFFICE);
    Session staff = signIn("gajStaff1");
    String page = OBJECTS + "/detail?no=140826:A001&on=";

    assertThat(staff.get(page + "2024-03-22").body()).contains("<dt>名称</dt><dd>示例旅馆A001</dd>", "<dd>低风险</dd>");
    assertThat(staff.get(page + "2024-03-23").body()).contains("<dt>名称</dt><dd>示例改名</dd>").doesNotContain("<dd>低风险</dd>");
    assertThat(staff.get(page + "2024-03-19").body()).contains("2024-03-19 名录里还没有这一户").doesNotContain("<dt>名称</dt>");
    assertThat(staff.get(page + "2024-02-30").statusCode()).isEqualTo(400);
    assertThat(staff.get(page + "2024-02-30").body()).containsPattern("\\p{IsHan}").doesNotContain("Failed to convert");
  }

  @Test
  @DisplayName("检查人员：按证件、部门、状态查找，三十天内到期和过期的标出")
  void inspectorsAreFound() {
    county.inspectors("gaj", 2);
    Inspector one = inspectors.find(County.certificate("gaj01")).orElseThrow();
    save(one, LocalDate.of(2024, 4, 19), true);
    Session staff = signIn("gajStaff1");

    assertThat(staff.get(INSPECTORS + "?certificate=EXPIRING").body()).contains("ZF-gaj01", "30 天内到期</span>")
        .doesNotContain("ZF-gaj02");
    assertThat(staff.get(INSPECTORS + "?certificate=EXPIRED").body()).contains("没有符合全部条件的检查人员");
    assertThat(staff.get(INSPECTORS + "?q=" + encoded("ＺＦ-gaj02") + "&department=gaj&state=ACTIVE").body())
        .contains("ZF-gaj02").doesNotContain("ZF-gaj01");
    assertThat(staff.get(INSPECTORS + "/detail?no=ZF-gaj01").body()).contains("至 2024-04-19", "30 天内到期", "没有登记回避", "还没有抽到过");
    assertThat(staff.get(INSPECTORS + "/detail?no=ZF-x").statusCode()).isEqualTo(422);
  }

  @Test
  @Clause("一-5")
  @DisplayName("工作台写明几份执法证将到期：本部门的人看本部门的，登记员看全部，检查人员看自己的，别人没有这一行；点开正是那几人")
  void deskSaysWhatExpires() {
    county.inspectors("gaj", 2);
    county.inspectors("xfd", 1);
    save(inspectors.find("ZF-gaj01").orElseThrow(), LocalDate.of(2024, 4, 19), true);
    save(inspectors.find("ZF-gaj02").orElseThrow(), LocalDate.of(2024, 4, 20), true);
    save(inspectors.find("ZF-xfd01").orElseThrow(), LocalDate.of(2024, 3, 20), true);
    account("gaj01", "inspectors");
    String desk = "/camunda/api/staff/desk";

    for (String user : List.of("gajStaff1", "gajReviewer1", "xfdReviewer1")) {
      assertThat(signIn(user).get(desk).body()).as(user).contains("<strong>1</strong> 份执法证将在 30 日内到期");
    }
    assertThat(signIn("registrar1").get(desk).body()).contains("<strong>2</strong> 份执法证将在 30 日内到期");
    for (String user : List.of("nobody1", "bgsStaff1")) {
      assertThat(signIn(user).get(desk).body()).as(user).doesNotContain("执法证将在", "您的执法证");
    }
    assertThat(signIn("gaj01").get(desk).body()).contains("您的执法证有效期至 <strong>2024-04-19</strong>")
        .doesNotContain("执法证将在");
    Session staff = signIn("gajStaff1");
    String list = INSPECTORS + "?department=gaj&state=ACTIVE&certificate=EXPIRING";
    assertThat(staff.get(desk).body()).contains(list.replace("&", "&amp;"));
    assertThat(staff.get(list).body()).contains("ZF-gaj01").doesNotContain("ZF-gaj02", "ZF-xfd01");
  }

  @Test
  @Clause("三-13")
  @DisplayName("变更记录用话说：何人何时把哪一栏由什么改为什么，最新的在前")
  void history() {
    Actor registrar = new Actor("registrar1", "示例", Set.of("registrars"));
    objects.put(List.of(new ObjectDraft("140826:R1", "示例园", null, "R1", "学校", "示例路1号", null, null,
        ObjectStatus.IN_FORCE, Set.of(County.HOTELS))), registrar);
    at(START.plusDays(1));
    InspectionObject before = objects.find("140826:R1").orElseThrow();
    objects.save(new InspectionObject(before.id(), before.objectNo(), "示例<园>", null, "R1", "学校", "", "示例电话",
        RiskClass.C, ObjectStatus.MOVED_OUT, before.version()), registrar);
    county.inspectors("gaj", 1);
    Inspector one = inspectors.find("ZF-gaj01").orElseThrow();
    inspectors.save(new Inspector(one.certificateNo(), one.name(), "xfd", one.account(), LocalDate.of(2027, 1, 31),
        List.of("食品", "药品"), false, one.version()), registrar);

    String object = signIn("nobody1").get(OBJECTS + "/detail?no=140826:R1").body();
    assertThat(object).contains("名称由“示例园”改为“示例&lt;园&gt;”", "地址由“示例路1号”改为“空白”", "联系方式由“空白”改为“示例电话”",
        "信用风险等级由“空白”改为“较高风险”", "状态由“正常”改为“迁出”", "登记入库", "示例registrar1", "2024-03-21 09:00", "2024-03-20 09:00")
        .doesNotContain("updated_at", "MOVED_OUT", "IN_FORCE", "risk_class");
    assertThat(object.indexOf("2024-03-21 09:00")).isLessThan(object.indexOf("2024-03-20 09:00"));
    assertThat(signIn("nobody1").get(INSPECTORS + "/detail?no=ZF-gaj01").body()).contains("部门由“公安局”改为“消防队”",
        "证件有效期由“2025-12-31”改为“2027-01-31”", "资质与专长由“空白”改为“药品、食品”", "状态由“在岗”改为“离岗”");
  }

  @Test
  @Clause("三-10")
  @DisplayName("回避人人看得到，起止、方式、事由和说明只有本人、本部门经办和审核、登记员、纪检看得到")
  void reasonsAreForFew() {
    county.hotels(1, 0, 0, 0);
    county.inspectors("gaj", 1);
    recusals.file("ZF-gaj01", "140826:A001", RecusalReason.KINSHIP, RecusalOrigin.APPLIED, County.OFFICE);
    jdbc.sql("update recusal set note = '示例<说明>', starts_on = '2024-03-01', ends_on = '2024-05-01'").update();
    account("jjjcStaff1", "jjjc");
    account("gaj01");
    account("gaj02");

    for (String page : List.of(HOTEL, INSPECTORS + "/detail?no=ZF-gaj01")) {
      for (String user : List.of("bgsStaff1", "xfdReviewer1", "nobody1", "gaj02")) {
        assertThat(signIn(user).get(page).body()).as(user).contains("2024-03-20", "回避中", "不公开")
            .doesNotContain("亲属关系", "当事人申请", "2024-05-01", "示例&lt;说明");
      }
      for (String user : List.of("registrar1", "gajReviewer1", "gajStaff1", "jjjcStaff1", "gaj01")) {
        assertThat(signIn(user).get(page).body()).as(user)
            .contains("亲属关系", "：示例&lt;说明&gt;", "当事人申请", "2024-03-01 至 2024-05-01").doesNotContain("不公开");
      }
    }
    jdbc.sql("update recusal set ends_on = '2024-03-19'").update();
    assertThat(signIn("nobody1").get(HOTEL).body()).contains("已结束").doesNotContain("回避中");
    jdbc.sql("update recusal set starts_on = '2024-03-21', ends_on = null").update();
    assertThat(signIn("gaj01").get(HOTEL).body()).contains("尚未开始", "2024-03-21 至 长期");
  }

  @Test
  @DisplayName("公示之前，只有参加部门、办公室和纪检监察看得到这户被抽中")
  void nobodyElseKnowsOfAVisit() {
    county.hotels(0, 0, 0, 2);
    county.inspectors(4);
    inspecting();
    String detail = OBJECTS + "/detail?no=" + one("select object_no from object_inspection limit 1");
    account("jyjStaff1", "jyj");

    for (String user : List.of("gajStaff1", "xfdReviewer1", "bgsStaff1")) {
      assertThat(signIn(user).get(detail).body()).as(user).contains("140826-2024-008", "检查中");
    }
    for (String user : List.of("jyjStaff1", "nobody1", "registrar1")) {
      assertThat(signIn(user).get(detail).body()).as(user).contains("没有您可以查看的抽查").doesNotContain("140826-2024-008");
    }
    jdbc.sql("update object_inspection set status = 'FINISHED'").update();
    assertThat(signIn("nobody1").get(detail).body()).contains("140826-2024-008", "市场监管局、消防队、公安局、卫生监督所");
  }

  @Test
  @DisplayName("导出：文件名写明是什么、哪一天，内容带着条件，读得回来")
  void export() {
    county.hotels(2, 1, 0, 0);
    county.inspectors("gaj", 2);
    Session staff = signIn("nobody1");

    HttpResponse<String> csv = staff.get(OBJECTS + "/export.csv?risk=B");
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .contains(encoded("检查对象名录-2024-03-20.csv"));
    assertThat(reader.objects(csv.body().getBytes(StandardCharsets.UTF_8), "a.csv", "140826").entries())
        .extracting(ObjectDraft::name).containsExactly("示例旅馆B001");
    assertThat(staff.get(INSPECTORS + "/export.csv?q=ZF-gaj02").body().lines())
        .containsExactly("\uFEFF姓名,执法证号,部门,证件有效期,资质与专长,状态,可检查事项",
            "示例gaj02,ZF-gaj02,公安局,2025-12-31,,在岗,全部");
    HttpResponse<String> xlsx = staff.get(INSPECTORS + "/export.xlsx");
    assertThat(xlsx.statusCode()).isEqualTo(200);
    assertThat(xlsx.body()).startsWith("PK");
    assertThat(staff.get(OBJECTS + "/export.xlsx?risk=E").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("没有登录的看不到名录，也导不出")
  void othersStayOutside() {
    for (String path : List.of(OBJECTS, HOTEL, OBJECTS + "/export.csv", OBJECTS + "/export.xlsx", INSPECTORS,
        INSPECTORS + "/detail?no=1", INSPECTORS + "/export.csv", INSPECTORS + "/export.xlsx")) {
      assertThat(anonymous("GET", path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(signIn("nobody1").get(HOTEL).statusCode()).isEqualTo(422);
  }

  private void account(String user, String... groups) {
    as(user, groups);
    identity.clearAuthentication();
  }

  private void save(Inspector one, LocalDate lastDay, boolean inForce) {
    inspectors.save(new Inspector(one.certificateNo(), one.name(), one.department(), one.account(), lastDay,
        one.labels(), inForce, one.version()), County.OFFICE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
