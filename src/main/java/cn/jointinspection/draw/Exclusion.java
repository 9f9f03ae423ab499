package cn.jointinspection.draw;

import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.ScopeObject;
import cn.jointinspection.registry.TaskNature;
import java.util.Set;

/**
 * Why an object that exists is not drawn all the same; {@code excluded.jsonl} names the first that holds. An object that
 * does not exist any more is excluded by its state.
 */
enum Exclusion {

  /** Once is enough (1次/年): drawn for the same matter this year. */
  INSPECTED_THIS_YEAR("本年度已抽查同一事项") {
    @Override
    boolean holds(ScopeObject object, Facts facts) {
      return facts.covered().contains(object.objectId());
    }
  },

  /** Drawn for the same matter by the province or the city, except in key areas, at high risk and in special inspections (二-11). */
  IMPOSED_FROM_ABOVE("本年度已由上级抽查同一事项") {
    @Override
    boolean holds(ScopeObject object, Facts facts) {
      return facts.imposed().contains(object.objectId()) && facts.nature() == TaskNature.GENERAL && !highRisk(object);
    }
  },

  /** The cap of visits for its kind is reached, except at high risk and in special inspections (年度频次上限). */
  CAP_REACHED("本年度检查次数已达上限") {
    @Override
    boolean holds(ScopeObject object, Facts facts) {
      return facts.capped().contains(object.objectId()) && facts.nature() != TaskNature.SPECIAL && !highRisk(object);
    }
  },

  /** The item draws only some classes, and this object has another (四). */
  CLASS_NOT_DRAWN("不属于应抽的风险等级") {
    @Override
    boolean holds(ScopeObject object, Facts facts) {
      return !facts.strata().contains(facts.stratumOf(object));
    }
  };

  private final String words;

  Exclusion(String words) {
    this.words = words;
  }

  /**
   * What the rules ask for.
   *
   * @param covered row ids of the objects drawn for one of the matters this year
   * @param imposed row ids of those drawn for one from above
   * @param capped row ids of those whose cap is reached
   * @param strata codes of the classes drawn
   * @param only the one stratum where classes make no difference; else null
   */
  record Facts(Set<Long> covered, Set<Long> imposed, Set<Long> capped, TaskNature nature, Set<String> strata, String only) {

    /** Objects without a class count as B. */
    String stratumOf(ScopeObject object) {
      return only != null ? only : (object.riskClass() == null ? RiskClass.B : object.riskClass()).name();
    }
  }

  abstract boolean holds(ScopeObject object, Facts facts);

  String words() {
    return words;
  }

  private static boolean highRisk(ScopeObject object) {
    return object.riskClass() == RiskClass.D;
  }
}
