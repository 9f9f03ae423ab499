package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawSteps;
import cn.jointinspection.draw.ValueDispute;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 录入公开随机值: by the office, from the source that was named before the freeze (draw-spec 3). */
@Component
class EnterPublicValueForm extends TaskForm<EnterPublicValueForm.Answers> {

  private final DrawSteps steps;
  private final DrawRecords records;
  private final DrawFacts facts;

  EnterPublicValueForm(DrawSteps steps, DrawRecords records, DrawFacts facts) {
    super(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE, facts::subject);
    this.steps = steps;
    this.records = records;
    this.facts = facts;
  }

  /**
   * @param value unless abandoned
   * @param reason only if abandoned
   */
  record Answers(
      @NotNull(message = "请选择录入随机值或作废本次抽取") Boolean abandon,
      @Size(max = 200, message = "随机值不得超过 200 字") String value,
      @Size(max = 500, message = "作废原因不得超过 500 字") String reason) {

    @AssertTrue(message = "作废抽取须写明原因")
    boolean isReasonGiven() {
      return !Boolean.TRUE.equals(abandon) || reason != null && !reason.isBlank();
    }
  }

  /** @param dispute what the witness objected to; null unless he did */
  record View(DrawFacts.Facts draw, String dispute) {}

  @Override
  public View view(WorkItem item) {
    List<ValueDispute> disputes = records.disputes(DrawFacts.drawId(item));
    return new View(facts.of(item), disputes.isEmpty() ? null : disputes.get(disputes.size() - 1).reason());
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    if (answers.abandon()) {
      steps.abandon(DrawFacts.drawId(item), answers.reason(), actor.userId());
    } else {
      steps.enterPublicValue(DrawFacts.drawId(item), answers.value(), Groups.OFFICE, actor);
    }
    return Map.of(PublicDrawProcess.VARIABLE_ABANDON_DRAW, answers.abandon());
  }
}
