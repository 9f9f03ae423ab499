package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.process.MissingVariable;
import cn.jointinspection.process.WorkItem;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.RiskClass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people must know of a frozen draw: numbers only, never who is on the lists. */
@Component
class DrawFacts {

  private static final Map<String, String> KINDS =
      Map.of("dice", "当场掷骰子", "lottery", "彩票开奖号码", "drand", "drand 随机信标", "none", "不使用");
  private static final Map<String, String> REASONS = Map.of(
      "DEREGISTERED", "已注销", "REVOKED", "被吊销", "CANCELLED", "被撤销", "MOVED_OUT", "已迁出",
      "INSPECTED_THIS_YEAR", "本年度已抽查同一事项", "CLASS_NOT_DRAWN", "不属于应抽的风险等级");

  private final Draws draws;
  private final Departments departments;

  DrawFacts(Draws draws, Departments departments) {
    this.draws = draws;
    this.departments = departments;
  }

  record Count(String label, int count) {}

  record Facts(
      String id, int number, String title, OffsetDateTime frozenAt, int candidates, List<Count> strata, int excluded,
      List<Count> exclusions, String freeze, String publicKind, String publicSource) {}

  record Progress(String name, boolean contributed) {}

  static String drawId(WorkItem item) {
    return item.variable(PublicDrawProcess.VARIABLE_DRAW_ID);
  }

  static String drawId(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
    return MissingVariable.require(execution, PublicDrawProcess.VARIABLE_DRAW_ID);
  }

  Draw draw(WorkItem item) {
    return draws.get(drawId(item));
  }

  Facts of(WorkItem item) {
    Draw draw = draw(item);
    return new Facts(draw.id(), draw.number(), draw.title(), draw.frozenAt(), draw.candidateCount(),
        draw.candidatesByStratum().entrySet().stream().map(s -> new Count(stratum(s.getKey()), s.getValue())).toList(),
        draw.exclusionsByReason().values().stream().mapToInt(Integer::intValue).sum(),
        draw.exclusionsByReason().entrySet().stream()
            .map(e -> new Count(REASONS.getOrDefault(e.getKey(), e.getKey()), e.getValue())).toList(),
        draw.freeze(), KINDS.get(draw.publicKind()), draw.publicSource());
  }

  List<Progress> progress(String drawId) {
    return draws.contributions(drawId).stream()
        .map(c -> new Progress(name(c.department()), c.nonce() != null)).toList();
  }

  String name(String department) {
    return departments.byCode(department).name();
  }

  private static String stratum(String code) {
    return code.equals(Strata.ALL) ? "不分层" : RiskClass.valueOf(code).label();
  }
}
