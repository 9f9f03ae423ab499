package cn.jointinspection.plan;

import cn.jointinspection.registry.RiskClass;
import java.util.EnumSet;
import java.util.Set;

/** How risk classes shape the sample (智慧监管（信用风险分类）要求, 四). */
public enum RiskRule {
  /** The share rises with the risk class. */
  RISING,

  /** The plan names no rule: one stratum. */
  NONE,

  /** Only classes C and D are drawn. */
  C_AND_D_ONLY;

  /** The classes that are drawn apart from each other, in rising risk; empty where all are one stratum. */
  public Set<RiskClass> drawn() {
    return switch (this) {
      case RISING -> EnumSet.allOf(RiskClass.class);
      case NONE -> EnumSet.noneOf(RiskClass.class);
      case C_AND_D_ONLY -> EnumSet.of(RiskClass.C, RiskClass.D);
    };
  }
}
