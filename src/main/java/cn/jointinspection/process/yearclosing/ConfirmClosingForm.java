package cn.jointinspection.process.yearclosing;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.supervision.YearClosing;
import cn.jointinspection.supervision.YearClosings;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 确认未按期公示清单: the office confirms the list by name of what 20 December found unpublished (五). */
@Component
class ConfirmClosingForm extends TaskForm<ConfirmClosingForm.Answers> {

  private final YearClosings closings;

  ConfirmClosingForm(YearClosings closings) {
    super(YearClosingProcess.USER_TASK_CONFIRM_CLOSING, item -> subject(YearEndFacts.year(item), closings));
    this.closings = closings;
  }

  record Answers(
      @NotBlank(message = "请填写确认意见") @Size(max = 2000, message = "确认意见不得超过 2000 字") String note) {}

  record View(int year, Instant closedAt, int total, List<YearEndFacts.Part> parts) {}

  private static String subject(int year, YearClosings closings) {
    return "%d 年度 %d 项".formatted(year, closings.countListed(year));
  }

  @Override
  public View view(WorkItem item) {
    int year = YearEndFacts.year(item);
    List<YearEndFacts.Part> parts = YearEndFacts.parts(closings, year);
    return new View(year, closings.find(year).map(YearClosing::closedAt).orElse(null), YearEndFacts.total(parts), parts);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    closings.confirm(YearEndFacts.year(item), answers.note().strip(), actor);
    return Map.of();
  }
}
