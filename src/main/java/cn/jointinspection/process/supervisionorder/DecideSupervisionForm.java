package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.supervision.Decision;
import cn.jointinspection.supervision.Supervision;
import cn.jointinspection.supervision.SupervisionRecords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 督办处理: by the record, exempt or answerable, or a further question (尽职照单免责、失职照单问责, 六). */
@Component
class DecideSupervisionForm extends TaskForm<DecideSupervisionForm.Answers> {

  private final Supervision supervision;
  private final SupervisionRecords records;
  private final SupervisionFacts facts;

  DecideSupervisionForm(Supervision supervision, SupervisionRecords records, SupervisionFacts facts) {
    super(SupervisionOrderProcess.USER_TASK_DECIDE_SUPERVISION, facts::subject);
    this.supervision = supervision;
    this.records = records;
    this.facts = facts;
  }

  enum Choice {
    ASK_AGAIN,
    EXEMPT,
    ANSWERABLE
  }

  record Answers(
      @NotNull(message = "请选择免责、问责或要求补充说明") Choice choice,
      @NotBlank(message = "请写明理由") @Size(max = 2000, message = "理由不得超过 2000 字") String note) {}

  @Override
  public SupervisionFacts.View view(WorkItem item) {
    return facts.view(item);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    long id = SupervisionFacts.id(item);
    switch (answers.choice()) {
      case ASK_AGAIN -> supervision.askAgain(id, answers.note(), actor);
      case EXEMPT -> decide(id, Decision.EXEMPT, answers.note(), actor);
      case ANSWERABLE -> decide(id, Decision.ANSWERABLE, answers.note(), actor);
    }
    return Map.of(SupervisionOrderProcess.VARIABLE_ASKED_AGAIN, answers.choice() == Choice.ASK_AGAIN);
  }

  /** The record is kept with the decision in it, as it is shown at this moment. */
  private void decide(long id, Decision decision, String note, Actor actor) {
    supervision.decide(id, decision, note, actor);
    records.keep(id, facts.text(id));
  }
}
