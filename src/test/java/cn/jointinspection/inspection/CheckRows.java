package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a finished check of an invented object, for modules that only refer to it. */
public final class CheckRows {

  public static final String JOINT_INSPECTION = "140826-2024-008";
  public static final String TITLE = "示例旅馆业联合抽查";

  private CheckRows() {}

  /**
   * The check of object {@code number} of the invented joint inspection by one department; added if it is not there.
   *
   * @return id of the check
   */
  public static long of(JdbcClient jdbc, int number, String department) {
    jdbc.sql("""
        insert into scope (name) values ('示例旅馆') on conflict do nothing;
        insert into annual_plan (division, division_name, year, title, status, file_name, file_sha256, imported_at, imported_by)
          values ('140826', '示例县', 2024, '示例计划', 'PUBLISHED', 'plan.csv', '0', '2024-03-19T08:00+08', 'bgsStaff1')
          on conflict do nothing;
        insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year,
          risk_rule, risk_text, window_from, window_to, lead_department, mode)
          select p.id, 8, '示例旅馆业联合抽查', '示例事项', s.id, 'AT_LEAST', 3000, 1, 'RISING', '', 3, 11, 'gaj',
            'COUNTY_DRAW_COUNTY_CHECK'
          from annual_plan p, scope s where s.name = '示例旅馆' on conflict do nothing;
        insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, window_opens, window_closes)
          select '140826-2024-008', p.id, 8, 2024, '示例旅馆业联合抽查', 'gaj', '2024-03-01', '2024-11-30'
          from annual_plan p on conflict do nothing""").update();
    String objectNo = "示例编号-%05d".formatted(number);
    String objectInspection = JOINT_INSPECTION + "/" + number;
    jdbc.sql("""
            insert into inspection_object (object_no, name, category, updated_at)
            values (:no, :name, '示例', '2024-03-20T08:00+08') on conflict do nothing""")
        .param("no", objectNo).param("name", name(number)).update();
    jdbc.sql("""
            insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum)
            values (:id, :joint, :visit, :no, :name, '示例路1号', 'B') on conflict do nothing""")
        .param("id", objectInspection).param("joint", JOINT_INSPECTION).param("visit", number)
        .param("no", objectNo).param("name", name(number)).update();
    return jdbc.sql("""
            insert into department_check (object_inspection_id, department) values (:id, :department)
            on conflict (object_inspection_id, department) do update set department = excluded.department
            returning id""")
        .param("id", objectInspection).param("department", department).query(Long.class).single();
  }

  public static String name(int number) {
    return "示例第" + number + "旅馆（虚构）";
  }

  /** What the inspection module reports of such a check, approved and without a problem. */
  public static CheckReport report(long checkId, int number, String department, String departmentName) {
    return report(checkId, number, department, departmentName, CheckStatus.APPROVED,
        List.of(new CheckReport.Result(ResultCode.NO_PROBLEM, "未发现问题", null)),
        List.of(new CheckReport.FollowUp(FollowUpCode.NONE.name(), FollowUpCode.NONE.text(), null, null)));
  }

  public static CheckReport report(long checkId, int number, String department, String departmentName,
      CheckStatus status, List<CheckReport.Result> results, List<CheckReport.FollowUp> followUps) {
    return new CheckReport(
        checkId,
        new CheckReport.Joint(JOINT_INSPECTION, TITLE),
        new CheckReport.Subject(JOINT_INSPECTION + "/" + number, "示例编号-%05d".formatted(number), name(number),
            "91140826EX%07dX".formatted(number)),
        new CheckReport.Body(department, departmentName),
        new CheckReport.Done(List.of("旅馆业治安管理情况的检查", "消防安全情况的检查"), Method.ON_SITE.text(),
            LocalDate.of(2024, 5, 6), List.of()),
        new CheckReport.Entered(results, null, followUps, "SL001", "gajReviewer1"),
        status.name());
  }
}
