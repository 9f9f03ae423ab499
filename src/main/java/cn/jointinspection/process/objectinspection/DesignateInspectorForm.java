package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 指定检查人员: where no draw could fill a place and fewer than two are left, people decide (三). */
@Component
class DesignateInspectorForm extends TaskForm<DesignateInspectorForm.Answers> {

  private final RecusalRequests requests;
  private final ObjectFacts facts;

  DesignateInspectorForm(RecusalRequests requests, ObjectFacts facts) {
    super(ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR, facts::subject);
    this.requests = requests;
    this.facts = facts;
  }

  record Answers(
      @NotBlank(message = "请选择检查人员") String inspector,
      @NotBlank(message = "请写明指定的理由") @Size(max = 1000, message = "理由不得超过 1000 字") String note) {}

  record View(
      ObjectFacts.Facts object, String departmentName, List<ObjectFacts.Member> team,
      List<ObjectFacts.Option> eligible) {}

  @Override
  public View view(WorkItem item) {
    DepartmentCheck check = facts.check(item);
    return new View(facts.of(item), facts.name(check.department()), facts.members(check),
        requests.eligible(check.id()).stream().map(inspector -> new ObjectFacts.Option(inspector.certificateNo(),
            inspector.name() + "（" + inspector.certificateNo() + "）")).toList());
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    requests.designate(facts.checkId(item), answers.inspector(), answers.note(), actor);
    return Map.of();
  }
}
