package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.inspection.Progress;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 确认任务完成: the lead department looks over the whole and clicks complete (五). */
@Component
class ConfirmCompleteForm extends TaskForm<ConfirmCompleteForm.Answers> {

  private final JointInspections inspections;
  private final ObjectInspections objects;
  private final InspectionFacts facts;

  ConfirmCompleteForm(JointInspections inspections, ObjectInspections objects, InspectionFacts facts) {
    super(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE, facts::subject);
    this.inspections = inspections;
    this.objects = objects;
    this.facts = facts;
  }

  record Answers(@Size(max = 1000, message = "完成说明不得超过 1000 字") String note) {}

  record Row(String name, int due, int published, int problems, int dropped) {}

  record View(InspectionFacts.Facts inspection, List<Row> progress, long substituted) {}

  @Override
  public View view(WorkItem item) {
    JointInspection inspection = facts.inspection(item);
    return new View(facts.of(inspection),
        inspections.progress(inspection.id()).stream().map(this::row).toList(),
        objects.countReplacements(inspection.id()));
  }

  private Row row(Progress progress) {
    return new Row(facts.name(progress.department()), progress.due(), progress.published(), progress.problems(),
        progress.dropped());
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    inspections.confirmComplete(InspectionFacts.id(item), answers.note(), actor);
    return Map.of();
  }
}
