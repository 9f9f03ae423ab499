package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawSteps;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提交随机数: a nonce from the contributor's own browser (draw-spec 3). */
@Component
class ContributeNonceForm extends TaskForm<ContributeNonceForm.Answers> {

  private final DrawSteps steps;
  private final DrawFacts facts;

  ContributeNonceForm(DrawSteps steps, DrawFacts facts) {
    super(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE, facts::subject);
    this.steps = steps;
    this.facts = facts;
  }

  record Answers(@NotBlank(message = "缺少随机数，请刷新页面重新生成") String nonce) {}

  record View(String departmentName, DrawFacts.Facts draw, List<DrawFacts.Progress> contributions) {}

  @Override
  public View view(WorkItem item) {
    return new View(facts.name(item.variable(PublicDrawProcess.VARIABLE_DEPARTMENT)), facts.of(item),
        facts.progress(DrawFacts.drawId(item)));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    steps.contribute(DrawFacts.drawId(item), item.variable(PublicDrawProcess.VARIABLE_DEPARTMENT), answers.nonce(), actor);
    return Map.of();
  }
}
