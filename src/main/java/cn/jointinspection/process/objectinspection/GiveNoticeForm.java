package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.Notice;
import cn.jointinspection.inspection.NoticeKind;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RecusalReason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 下达检查通知: the lead department's team tells the object of its check, or says why not (三). */
@Component
class GiveNoticeForm extends TaskForm<GiveNoticeForm.Answers> {

  private final ObjectInspections objects;
  private final ObjectFacts facts;
  private final RecusalFacts recusals;

  GiveNoticeForm(ObjectInspections objects, ObjectFacts facts, RecusalFacts recusals) {
    super(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE, facts::subject);
    this.objects = objects;
    this.facts = facts;
    this.recusals = recusals;
  }

  /** @param text wording, or for UNANNOUNCED the reason */
  record Answers(
      @NotNull(message = "请选择通知方式") NoticeKind kind,
      @NotBlank(message = "请填写通知内容；不事先通知的填写理由") @Size(max = 2000, message = "通知内容不得超过 2000 字") String text,
      @NotNull(message = "请填写计划检查日期") LocalDate visitOn) {}

  record View(
      ObjectFacts.Facts object, List<ObjectFacts.Option> kinds, List<ObjectFacts.Member> team,
      List<ObjectFacts.Option> recusalReasons, List<RecusalFacts.Open> recusals) {}

  @Override
  public View view(WorkItem item) {
    var check = recusals.check(item);
    return new View(facts.of(item),
        Arrays.stream(NoticeKind.values()).map(kind -> new ObjectFacts.Option(kind.name(), kind.text())).toList(),
        facts.members(check), reasons(), recusals.open(check));
  }

  static List<ObjectFacts.Option> reasons() {
    return Arrays.stream(RecusalReason.values())
        .map(reason -> new ObjectFacts.Option(reason.name(), reason.label())).toList();
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    objects.giveNotice(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID), new Notice(answers.kind(), answers.text(), answers.visitOn()), actor);
    return Map.of();
  }
}
