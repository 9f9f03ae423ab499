package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawShortfalls;
import cn.jointinspection.draw.Shortfall;
import cn.jointinspection.draw.ShortfallDecision;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.InspectionObjects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 处理人员缺口: the office decides each place that could not be filled; the draw itself stands. */
@Component
class ResolveShortfallsForm extends TaskForm<ResolveShortfallsForm.Answers> {

  private final DrawShortfalls shortfalls;
  private final InspectionObjects objects;
  private final DrawFacts facts;

  ResolveShortfallsForm(DrawShortfalls shortfalls, InspectionObjects objects, DrawFacts facts) {
    super(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS, facts::subject);
    this.shortfalls = shortfalls;
    this.objects = objects;
    this.facts = facts;
  }

  /** @param inspector null to inspect with those there are */
  record Decision(
      @NotBlank(message = "缺少检查对象") String objectNo,
      @NotBlank(message = "缺少部门") String department,
      int seq,
      String inspector,
      @NotBlank(message = "处理缺口须写明理由") @Size(max = 500, message = "理由不得超过 500 字") String reason) {}

  record Answers(@NotEmpty(message = "请逐项处理缺口") List<@Valid Decision> decisions) {}

  record Eligible(String certificateNo, String name) {}

  record Row(
      String objectNo, String objectName, String department, String departmentName, int seq, String missing, int present,
      List<Eligible> eligible) {}

  record Defaults(List<Row> decisions) {}

  record View(DrawFacts.Facts draw, Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    List<DrawShortfalls.Open> open = shortfalls.open(DrawFacts.drawId(item), facts.matters(item));
    Map<String, String> names = objects.names(open.stream().map(place -> place.shortfall().objectNo()).toList());
    return new View(facts.of(item), new Defaults(open.stream().map(place -> row(place, names)).toList()));
  }

  private Row row(DrawShortfalls.Open open, Map<String, String> names) {
    Shortfall shortfall = open.shortfall();
    return new Row(shortfall.objectNo(), names.getOrDefault(shortfall.objectNo(), shortfall.objectNo()),
        shortfall.department(), facts.name(shortfall.department()), shortfall.seq(), shortfall.missing(),
        open.present(), open.eligible().stream().map(i -> new Eligible(i.certificateNo(), i.name())).toList());
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    shortfalls.resolve(DrawFacts.drawId(item), facts.matters(item), answers.decisions().stream()
        .map(d -> new ShortfallDecision(d.objectNo(), d.department(), d.seq(), d.inspector(), d.reason())).toList(), actor);
    return Map.of();
  }
}
