package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.Contribution;
import cn.jointinspection.draw.Draws;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers the questions of {@code public-draw.bpmn} from the tables. */
@Component("drawRouting")
public class DrawRouting {

  private final Draws draws;

  DrawRouting(Draws draws) {
    this.draws = draws;
  }

  /** Called by the model. */
  public List<String> departmentsToContribute(String drawId) {
    return draws.contributions(drawId).stream().filter(c -> c.nonce() == null).map(Contribution::department).toList();
  }
}
