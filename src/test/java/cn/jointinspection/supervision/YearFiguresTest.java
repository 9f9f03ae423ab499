package cn.jointinspection.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jointinspection.inspection.JointInspectionStatus;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.supervision.YearFigures.DepartmentYear;
import cn.jointinspection.supervision.YearFigures.InspectionYear;
import cn.jointinspection.supervision.YearFigures.InspectionYear.Counts;
import cn.jointinspection.supervision.YearFigures.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.jdbc.Sql;

/**
 * Every figure of a county that was counted by hand, from {@code figures/county.sql}. Its checks of 2024, object by object:
 *
 * <pre>
 *   task  object   公安局 gaj                                     消防队 xfd
 *   002   /1       published, two problems (one check)           published, on 1 July in Asia/Shanghai
 *   002   /2       entered                                       returned by the reviewer
 *   002   /3       dropped: the object was replaced              dropped
 *   002   /4       nothing done, not even a notice               nothing done
 *   003   /1       -                                             published, in January 2025
 * </pre>
 *
 * 001 waits, 004 is cancelled, 005 was launched and its draw given up.
 */
@DatabaseTest
@Import({YearFigures.class, Departments.class})
@Sql("/figures/county.sql")
@DisplayName("全年指标：一个能用手数清的县，逐项核对")
class YearFiguresTest {

  private static final LocalDate OPENS = LocalDate.of(2024, 3, 1);
  private static final LocalDate CLOSES = LocalDate.of(2024, 11, 30);

  @Autowired YearFigures figures;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("各部门：计划、发起、抽中、检查、录入、公示、有问题、免查、逾期、抄告")
  void byDepartment() {
    // gaj leads 001, 002, 004 (cancelled, but planned) and launched 002. Drawn: /1 /2 /4; checked and entered: /1 /2;
    // published: /1; a problem: /1, however many matters; dropped: /3; one referral of 2024.
    var police = new DepartmentYear("gaj", "公安局", 3, 1, 3, 2, 2, 1, 1, 1, 0, 1);
    // xfd leads 003 and 005, both launched. Drawn: 002/1 /2 /4 and 003/1; checked: without /4; entered and published: 002/1
    // and 003/1, for what was returned does not stand; late: the order of 20 December, not that of 1 January.
    var fire = new DepartmentYear("xfd", "消防队", 2, 2, 4, 3, 2, 2, 0, 1, 1, 0);
    // The office inspects nothing, but let a deadline pass.
    var office = new DepartmentYear("bgs", "领导小组办公室", 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);

    assertThat(figures.of(2024).departments()).containsExactly(office, fire, police);
    assertThat(figures.of(2024).total()).isEqualTo(new DepartmentYear("", "合计", 5, 3, 7, 5, 4, 3, 1, 2, 2, 1))
        .isEqualTo(figures.total(2024));
  }

  @Test
  @DisplayName("指标：分子、分母、比例和背后的清单")
  void targets() {
    assertThat(figures.of(2024).targets()).containsExactly(
        // On the lists: 2 (twice), 3, 4, 6; 7 was taken off. Drawn were the tasks of 2 and 3: not of 4 (cancelled), and 6 in 2023.
        new Target("双随机抽查覆盖的抽查事项", "三", 2, 4, 80, List.of("示例事项4", "示例事项6")),
        // Lots were drawn for 002, by rising risk, and 003, by none.
        new Target("运用信用风险分类的联合抽查", "四", 1, 2, 90, List.of("示例任务3")),
        // Of 3 + 4 drawn, 2 + 2 are entered and 1 + 2 published.
        new Target("抽查结果录入", "五", 4, 7, 100, List.of("消防队：2 户次", "公安局：1 户次")),
        new Target("抽查结果公示", "五", 3, 7, 100, List.of("消防队：2 户次", "公安局：2 户次")),
        // Two departments inspect, in four quarters; briefs are written elsewhere.
        new Target("每部门每季度工作简报", "六", 0, 8, 100, List.of("简报不在本系统编发，未计入")));
  }

  @Test
  @DisplayName("各项任务：阶段、户次、下一个公示期限")
  void byInspection() {
    assertThat(figures.inspections(2024)).containsExactly(
        inspection(1, "gaj", JointInspectionStatus.WAITING, new Counts(0, 0, 0, 0, 0, 0, 0, 0), null, null, null),
        // Three objects, /3 being replaced; six checks of them. /4 has no notice. /2 is to be published by 10 July; /1 is done.
        inspection(2, "gaj", JointInspectionStatus.INSPECTING, new Counts(3, 6, 4, 4, 3, 2, 1, 2), "2024-05-06T01:00:00Z",
            null, LocalDate.of(2024, 7, 10)),
        inspection(3, "xfd", JointInspectionStatus.COMPLETED, new Counts(1, 1, 1, 1, 1, 1, 0, 0), "2024-11-01T01:00:00Z",
            "2025-01-06T01:00:00Z", null),
        inspection(4, "gaj", JointInspectionStatus.CANCELLED, new Counts(0, 0, 0, 0, 0, 0, 0, 0), null, null, null),
        inspection(5, "xfd", JointInspectionStatus.DRAWING, new Counts(0, 0, 0, 0, 0, 0, 0, 0), "2024-10-01T01:00:00Z",
            null, null));
  }

  private static InspectionYear inspection(int row, String lead, JointInspectionStatus stage, Counts counts, String launched,
      String completed, LocalDate deadline) {
    return new InspectionYear("140826-2024-00" + row, "示例任务" + row, lead, OPENS, CLOSES, stage, counts,
        launched == null ? null : Instant.parse(launched), completed == null ? null : Instant.parse(completed), deadline);
  }

  @Test
  @DisplayName("各月：按检查、录入、公示的那一天（北京时间）归月，退回重录的不算，跨年公示的归次年一月")
  void byMonth() {
    assertThat(jdbc.sql("""
            select concat_ws(' ', month, department, checked, entered, published) from figure_month
            where year = 2024 order by month, department""").query(String.class).list())
        .containsExactly(
            "2024-05-01 gaj 1 0 0",  // /1 on 30 May
            "2024-05-01 xfd 1 0 0",  // /1 on 31 May
            "2024-06-01 gaj 1 2 1",  // /2 on 12 June; /1 and /2 entered on 3 and 20 June; /1 published on 5 June
            "2024-06-01 xfd 1 1 0",  // /2 on 12 June; /1 entered on 4 June, /2 is returned
            "2024-07-01 xfd 0 0 1",  // /1, half an hour into July
            "2024-12-01 xfd 1 1 0",  // 003/1
            "2025-01-01 xfd 0 0 1"); // 003/1, of the plan of 2024 all the same
  }

  @Test
  @DisplayName("各表同出一源：任务相加、各月相加，都等于部门合计")
  void theViewsAgree() {
    String year = "select checked || ' ' || entered || ' ' || published from figure_year where year = 2024";
    String sums = "select sum(checked) || ' ' || sum(entered) || ' ' || sum(published) from %s where year = 2024";

    assertThat(jdbc.sql(year).query(String.class).single()).isEqualTo("5 4 3")
        .isEqualTo(jdbc.sql(sums.formatted("figure_month")).query(String.class).single())
        .isEqualTo(jdbc.sql(sums.formatted("figure_inspection")).query(String.class).single());
  }

  @Test
  @DisplayName("上一年另算；没有公布计划的年度没有指标")
  void yearsApart() {
    assertThat(figures.of(2023).departments())
        .containsExactly(new DepartmentYear("gaj", "公安局", 1, 1, 1, 1, 1, 1, 0, 0, 0, 1));
    assertThat(figures.inspections(2025)).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> figures.of(2025));
  }
}
