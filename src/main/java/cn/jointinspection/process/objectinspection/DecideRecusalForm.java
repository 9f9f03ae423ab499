package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 审批回避申请: a reviewer of the department decides; his browser makes the nonce for the redraw (三). */
@Component
class DecideRecusalForm extends TaskForm<DecideRecusalForm.Answers> {

  private final RecusalRequests requests;
  private final ObjectFacts facts;
  private final RecusalFacts recusals;

  DecideRecusalForm(RecusalRequests requests, ObjectFacts facts, RecusalFacts recusals) {
    super(ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL, facts::subject);
    this.requests = requests;
    this.facts = facts;
    this.recusals = recusals;
  }

  /**
   * @param requestId the one the reviewer saw
   * @param note needed for a refusal
   * @param nonce 64 hex digits, made when approving
   */
  record Answers(
      @NotNull(message = "缺少回避申请，请刷新页面") Long requestId,
      @NotNull(message = "请选择同意或不同意回避") Boolean approve,
      @Size(max = 1000, message = "审批意见不得超过 1000 字") String note,
      String nonce) {}

  record Defaults(Long requestId) {}

  /** @param request the oldest that is open; null if all are decided */
  record View(
      ObjectFacts.Facts object, String departmentName, List<ObjectFacts.Member> team, RecusalFacts.Open request,
      Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    DepartmentCheck check = facts.check(item);
    RecusalFacts.Open oldest = recusals.open(check).stream().findFirst().orElse(null);
    return new View(facts.of(item), facts.name(check.department()), facts.members(check), oldest,
        new Defaults(oldest == null ? null : oldest.id()));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    requests.decide(answers.requestId(), facts.checkId(item), answers.approve(), answers.note(), answers.nonce(),
        actor);
    return Map.of();
  }
}
