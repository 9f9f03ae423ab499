package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.UnknownDraw;
import java.util.List;
import org.springframework.stereotype.Service;

/** A draw as it stands, for those who carry it on (公开抽取, 三). {@link DrawRecords} has what is kept for looking at. */
@Service
public class Draws {

  private final DrawStore store;
  private final ResultStore results;

  Draws(DrawStore store, ResultStore results) {
    this.store = store;
    this.results = results;
  }

  /** @throws UnknownDraw if there is none */
  public Draw get(String drawId) {
    return store.get(drawId);
  }

  /** All draws of a joint inspection, abandoned ones included, in order of their numbers. */
  public List<Draw> of(String jointInspectionId) {
    return store.of(jointInspectionId);
  }

  /** In the order of department code. */
  public List<Contribution> contributions(String drawId) {
    return store.contributions(drawId);
  }

  /** The team of one object as it stands, the leader first. */
  public List<String> team(String drawId, String objectNo, String department) {
    return results.team(drawId, objectNo, department);
  }

  /**
   * Who was drawn and who inspects, as it stands.
   *
   * @throws DrawRefused.DrawNotInState before lots are drawn
   */
  public DrawResult result(String drawId) {
    get(drawId).requireIn("查看结果", DrawStatus.DRAWN);
    return new DrawResult(drawId, results.selected(drawId), results.teams(drawId));
  }
}
