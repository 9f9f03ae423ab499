package cn.jointinspection.staff.riskclasses;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.registry.DepartmentGrade;
import cn.jointinspection.registry.DepartmentGrades;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.RiskClasses;
import cn.jointinspection.registry.RiskSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("风险分类和等级建议的网页：数字、名单、部门分级对照、谁能改、登记员决定")
class RiskClassesOverHttpTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/risk-classes";
  private static final String GRADES = PAGE + "/grades";
  private static final String PROPOSALS = "/camunda/api/staff/class-proposals";
  private static final String DESK = "/camunda/api/staff/desk";

  @Autowired DepartmentGrades grades;
  @Autowired RiskClasses classes;

  @BeforeEach
  void people() {
    as("gajStaff9", "gaj");
    as("xfdStaff9", "xfd");
    as("bgsStaff1", "bgs");
    as("registrar9", "registrars");
    identity.clearAuthentication();
  }

  private static Map<String, String> grade(String department, String grade, String riskClass) {
    return Map.of("department", department, "grade", grade, "riskClass", riskClass, "reason", "示例办法");
  }

  @Test
  @Clause("四-1")
  @DisplayName("多少有等级、多少日期不明，点开是名单；本月没有导入的，页面和登记员的工作台都提醒")
  void figures() {
    county.hotels(3, 0, 0, 1);
    Session staff = signIn("gajStaff9");

    assertThat(staff.get(PAGE).body()).contains("本月还没有导入信用风险分类", "100%", "gap=NO_DATE");
    assertThat(staff.get(PAGE + "/objects?gap=NO_DATE").body()).contains("分类日期不明的检查对象", "示例旅馆A001", "名录导入", "不明");
    assertThat(staff.get(PAGE + "/objects?gap=UNRATED").body()).contains("<strong>0</strong>");
    assertThat(staff.get(PAGE + "?department=gaj").statusCode()).isEqualTo(200);
    assertThat(staff.get(PAGE + "/objects?gap=x").statusCode()).isEqualTo(400);
    assertThat(staff.get(DESK).body()).doesNotContain("本月还没有导入信用风险分类");
    assertThat(signIn("registrar9").get(DESK).body()).contains("本月还没有导入信用风险分类");
  }

  @Test
  @Clause("四-3")
  @DisplayName("部门分级由本部门和登记员登记、改、停用，别的部门不能；改了什么都留着；写得不全的拒绝")
  void gradesAreKept() {
    Session own = signIn("gajStaff9");
    HttpResponse<String> set = own.post(GRADES, grade("gaj", "黄<牌>", "C"));
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(signIn("registrar9").post(GRADES, grade("gaj", "黄<牌>", "D")).statusCode()).isEqualTo(200);
    assertThat(own.get(PAGE).body()).contains("黄&lt;牌&gt; → 高风险", "示例办法", "示例gajStaff9 ", "示例registrar9 ", "/removal")
        .doesNotContain("黄<牌>");

    Session other = signIn("xfdStaff9");
    assertThat(other.get(PAGE).body()).contains("黄&lt;牌&gt; → 高风险").doesNotContain("/removal");
    DepartmentGrade now = grades.inUse("gaj").get(0);
    String removal = GRADES + "/gaj/" + now.id() + "/removal";
    for (HttpResponse<String> refused : List.of(other.post(GRADES, grade("gaj", "红牌", "D")),
        other.post(removal, Map.of()), signIn("bgsStaff1").post(GRADES, grade("gaj", "红牌", "D")))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(tree(refused).get("code").asText()).isEqualTo("NotYourGrades");
    }
    assertThat(tree(own.post(GRADES, grade("gaj", "红牌", ""))).get("code").asText()).isEqualTo("GradeIncomplete");
    assertThat(tree(own.post(GRADES, Map.of("grade", "红牌"))).get("code").asText()).isEqualTo("NotYourGrades");
    assertThat(grades.inUse()).containsExactly(now);

    assertThat(own.post(removal, Map.of()).statusCode()).isEqualTo(200);
    assertThat(grades.inUse()).isEmpty();
  }

  private long proposal(String object) {
    return Long.parseLong(one("""
        with plan as (insert into annual_plan (division, division_name, year, title, status, file_name, file_sha256,
            imported_at, imported_by)
          values ('140826', '示例县', 2024, '示例计划', 'PUBLISHED', 'plan.csv', '0', now(), 'bgsStaff1') returning id),
        item as (insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year,
            risk_rule, risk_text, window_from, window_to, lead_department, mode)
          select plan.id, 1, '示例抽查', '示例事项', s.id, 'AT_LEAST', 3000, 1, 'RISING', '', 3, 11, 'gaj',
            'COUNTY_DRAW_COUNTY_CHECK' from plan, scope s limit 1 returning plan_id),
        joint as (insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, status, window_opens,
            window_closes)
          select '140826-2024-001', plan_id, 1, 2024, '示例联合抽查', 'gaj', 'INSPECTING', '2024-03-01', '2024-11-30' from item
          returning id),
        visit as (insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address,
            stratum, status)
          select '140826-2024-001/1', joint.id, 1, o.object_no, o.name, o.address, 'B', 'CHECKED'
          from joint, inspection_object o where o.name = '%s' returning id, object_no),
        part as (insert into department_check (object_inspection_id, department, status, checked_on, statement, result_version)
          select id, 'gaj', 'PUBLISHED', '2024-04-10', '示例<说明>', 1 from visit returning id)
        insert into class_proposal (check_id, object_no, effect, risk_version, codes, proposed_at)
        select part.id, visit.object_no, 'HIGHER', 1, '{UNREACHABLE}', '2024-04-12T08:00+08' from part, visit returning id"""
        .formatted(object)));
  }

  @Test
  @Clause("五-9")
  @DisplayName("登记员看着依据采纳或不采纳，采纳的立即改等级、写进对象页面的历次等级；办公室只看，部门看不到")
  void theRegistrarDecides() {
    county.hotels(1, 0, 0, 0);
    String no = one("select object_no from inspection_object");
    long id = proposal("示例旅馆A001");
    Session registrar = signIn("registrar9");

    assertThat(registrar.get(DESK).body()).contains("条等级建议待决定");
    assertThat(registrar.get(PROPOSALS).body()).contains("示例旅馆A001", "通过登记的住所（经营场所）无法联系", "示例&lt;说明&gt;",
        "低风险 → 一般风险", "采纳").doesNotContain("示例<说明>");
    assertThat(signIn("bgsStaff1").get(PROPOSALS).body()).contains("等待名录登记人员决定").doesNotContain("不采纳</button>");
    assertThat(signIn("gajStaff9").get(PROPOSALS).statusCode()).isEqualTo(422);
    for (String person : List.of("bgsStaff1", "gajStaff9")) {
      HttpResponse<String> refused = signIn(person).post(PROPOSALS + "/" + id, Map.of("decision", "accept", "seen", "A"));
      assertThat(tree(refused).get("code").asText()).isEqualTo("OnlyRegistrarsDecideClasses");
    }
    assertThat(tree(registrar.post(PROPOSALS + "/" + id, Map.of("decision", "refuse", "seen", "A"))).get("code").asText())
        .isEqualTo("InspectionNoteMissing");
    assertThat(tree(registrar.post(PROPOSALS + "/" + id, Map.of("decision", "accept", "seen", "C"))).get("code").asText())
        .isEqualTo("ClassChangedMeanwhile");
    assertThat(classes.of(no).riskClass()).isEqualTo(RiskClass.A);

    HttpResponse<String> accepted =
        registrar.post(PROPOSALS + "/" + id, Map.of("decision", "accept", "seen", "A", "note", "示例同意"));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    assertThat(classes.of(no).source()).isEqualTo(RiskSource.RESULT);
    assertThat(registrar.get(PROPOSALS + "?status=ACCEPTED").body()).contains("低风险 → 一般风险", "示例同意", "示例registrar9");
    assertThat(registrar.get("/camunda/api/staff/objects/detail?no=" + no).body())
        .contains("历次等级", "检查结果调整", "名录导入", "分类来源由“空白”改为“检查结果调整”");
  }

  @Test
  @Clause("五-9")
  @DisplayName("勾选几条一并决定：能决定的都决定，决定不了的写明原因、仍待决定；不勾选、不合格式的拒绝")
  void severalAtOnce() {
    county.hotels(2, 0, 0, 0);
    long first = proposal("示例旅馆A001");
    long second = Long.parseLong(one("""
        with part as (insert into department_check (object_inspection_id, department, status, checked_on, result_version)
          select object_inspection_id, 'xfd', 'PUBLISHED', checked_on, 1 from department_check returning id)
        insert into class_proposal (check_id, object_no, effect, risk_version, codes, proposed_at)
        select part.id, '140826:A002', 'HIGHER', 1, '{UNREACHABLE}', '2024-04-12T08:00+08' from part returning id"""));
    Session registrar = signIn("registrar9");
    assertThat(registrar.get(PROPOSALS).body()).contains("采纳勾选的", "value=\"" + first + "|A\"");

    assertThat(tree(registrar.post(PROPOSALS, Map.of("decision", "accept", "chosen", List.of()))).get("code").asText())
        .isEqualTo("NoProposalChosen");
    assertThat(registrar.post(PROPOSALS, Map.of("decision", "accept", "chosen", List.of("x|A"))).statusCode()).isEqualTo(400);
    assertThat(tree(signIn("bgsStaff1").post(PROPOSALS, Map.of("decision", "accept", "chosen", List.of(first + "|A"))))
        .get("code").asText()).isEqualTo("OnlyRegistrarsDecideClasses");
    HttpResponse<String> partly = registrar.post(PROPOSALS,
        Map.of("decision", "accept", "note", "示例一并", "chosen", List.of(first + "|C", second + "|A")));
    assertThat(tree(partly).get("detail").asText()).contains("已决定 1 条", "1 条没有决定", "示例旅馆A001");
    assertThat(classes.of("140826:A001").riskClass()).isEqualTo(RiskClass.A);
    assertThat(classes.of("140826:A002").riskClass()).isEqualTo(RiskClass.B);

    HttpResponse<String> rest = registrar.post(PROPOSALS, Map.of("decision", "refuse", "note", "示例不采纳", "chosen", List.of(first + "|A")));
    assertThat(rest.statusCode()).as(rest.body()).isEqualTo(200);
    assertThat(registrar.get(PROPOSALS).body()).contains("没有待决定的建议");
    assertThat(all("select status || decided_by from class_proposal order by id"))
        .containsExactly("REFUSEDregistrar9", "ACCEPTEDregistrar9");
  }

  @Test
  @DisplayName("没有登录的请求进不来")
  void othersStayOutside() {
    assertThat(anonymous("GET", PAGE).statusCode()).isEqualTo(401);
    assertThat(anonymous("GET", PROPOSALS).statusCode()).isEqualTo(401);
    assertThat(anonymous("POST", GRADES).statusCode()).isEqualTo(403);
    assertThat(anonymous("POST", PROPOSALS + "/1").statusCode()).isEqualTo(403);
  }
}
