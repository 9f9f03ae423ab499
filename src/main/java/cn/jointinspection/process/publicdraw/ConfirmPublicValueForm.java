package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawSteps;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 见证并确认随机值: another person of another body than whoever entered it (draw-spec 3). */
@Component
class ConfirmPublicValueForm extends TaskForm<ConfirmPublicValueForm.Answers> {

  private final DrawSteps steps;
  private final DrawFacts facts;
  private final Actors actors;

  ConfirmPublicValueForm(DrawSteps steps, DrawFacts facts, Actors actors) {
    super(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE, facts::subject);
    this.steps = steps;
    this.facts = facts;
    this.actors = actors;
  }

  /** @param note needed if the witness does not agree */
  record Answers(
      @NotNull(message = "请选择确认或退回") Boolean confirm,
      @Size(max = 500, message = "说明不得超过 500 字") String note) {

    @AssertTrue(message = "退回重录须写明哪里不一致")
    boolean isNoteGiven() {
      return !Boolean.FALSE.equals(confirm) || note != null && !note.isBlank();
    }
  }

  record View(DrawFacts.Facts draw, String value, String enteredBy, OffsetDateTime enteredAt) {}

  @Override
  public View view(WorkItem item) {
    Draw draw = facts.draw(item);
    Draw.Signature entered = draw.publicValue().entered();
    return new View(facts.of(item), draw.publicValue().value(), actors.nameOf(entered.by()), entered.at());
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    if (answers.confirm()) {
      steps.confirmPublicValue(DrawFacts.drawId(item), Groups.DISCIPLINE, actor);
    } else {
      steps.disputePublicValue(DrawFacts.drawId(item), Groups.DISCIPLINE, answers.note(), actor);
    }
    return Map.of(PublicDrawProcess.VARIABLE_VALUE_CONFIRMED, answers.confirm());
  }
}
