package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.platform.sheet.SheetRefused;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the annual plan and its import refuse and why (二). */
public abstract sealed class PlanRefused extends RuleViolation {

  private PlanRefused(String message) {
    super(message);
  }

  private PlanRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** The annual plan is the office's (二). */
  public static final class OnlyTheOfficePlans extends PlanRefused {
    public OnlyTheOfficePlans() {
      super("年度抽查计划由领导小组办公室导入，未作更改。请联系领导小组办公室。");
    }
  }

  /** A plan file does not read as an annual plan. It is refused as a whole: nothing of it was stored. */
  public static final class PlanFileRefused extends PlanRefused {
    private static final int LISTED = 50;

    private final transient List<PlanProblem> problems;

    PlanFileRefused(String fileName, List<PlanProblem> problems) {
      super(message(fileName, problems));
      this.problems = List.copyOf(problems);
    }

    PlanFileRefused(SheetRefused cause) {
      super(cause.getMessage(), cause);
      this.problems = List.of(new PlanProblem(0, "", "", "", cause.getMessage()));
    }

    /** Everything found wrong, in the order of the file. */
    public List<PlanProblem> problems() {
      return problems;
    }

    @Override
    public Map<String, Object> particulars() {
      return Map.of("problems", problems);
    }

    private static String message(String fileName, List<PlanProblem> problems) {
      String list = problems.stream().limit(LISTED).map(p -> p + "；").collect(Collectors.joining("\n"));
      String rest = problems.size() > LISTED ? "\n其余%d处略。".formatted(problems.size() - LISTED) : "";
      return "计划文件“%s”未导入，发现%d处问题，请改正后重新上传整份文件：\n%s%s"
          .formatted(fileName, problems.size(), list, rest);
    }
  }

  /** Uploads that nobody confirmed are not kept for long. */
  public static final class NoSuchPlanUpload extends PlanRefused {
    NoSuchPlanUpload() {
      super("没有这份上传的计划表，或已过期清除，未存为草稿。请重新选择文件上传。");
    }
  }

  /** Only what was looked at becomes a draft. */
  public static final class PlanReadsOtherwiseNow extends PlanRefused {
    PlanReadsOtherwiseNow() {
      super("部门名称或别名刚刚有变动，这份计划表现在的读法与您核对过的不同，未存为草稿。请重新核对后再存。");
    }
  }

  /** Only a plan that waits for examination can be published or discarded; later changes need a filing (二). */
  public static final class PlanMustBeDraft extends PlanRefused {
    PlanMustBeDraft(AnnualPlan plan) {
      super("《%s》%s，不能再公布或作废。%s。".formatted(plan.title(), plan.status().text(),
          plan.status() == PlanStatus.PUBLISHED ? "需要调整的，请报领导小组办公室备案" : "需要使用的，请重新导入"));
    }
  }

  /** A year has one plan in force; it is changed only by a filing (二). */
  public static final class OnePublishedPlanPerYear extends PlanRefused {
    OnePublishedPlanPerYear(AnnualPlan plan) {
      super("%d年度已有公布的抽查计划，《%s》不能再公布。需要调整的，请报领导小组办公室备案。"
          .formatted(plan.year(), plan.title()));
    }
  }

  /** The process to be cancelled is not there, or was not made for it. */
  public static final class InspectionMovedOn extends PlanRefused {
    public InspectionMovedOn(String jointInspectionId, Throwable cause) {
      super("联合抽查 " + jointInspectionId + " 的流程已经结束或不能取消，备案没有保存，计划未作任何更改。请刷新页面，核对任务的状态；状态不符的，请联系系统管理员。",
          cause);
    }
  }

  /** A plan was asked for that is not there. */
  public static final class NoSuchPlan extends PlanRefused {
    NoSuchPlan(long id) {
      super("没有编号为%d的年度抽查计划。请从计划列表中重新选择。".formatted(id));
    }
  }

  /** A row was asked for that the plan does not hold; missing numbers are never invented. */
  public static final class NoSuchPlanItem extends PlanRefused {
    NoSuchPlanItem(AnnualPlan plan, int rowNo) {
      super("《%s》中没有序号为%d的抽查任务。请核对序号后重试。".formatted(plan.title(), rowNo));
    }
  }
}
