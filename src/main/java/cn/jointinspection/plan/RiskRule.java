package cn.jointinspection.plan;

/** How risk classes shape the sample (智慧监管（信用风险分类）要求, 四). */
public enum RiskRule {
  /** The share rises with the risk class. */
  RISING,

  /** The plan names no rule: one stratum. */
  NONE,

  /** Only classes C and D are drawn. */
  C_AND_D_ONLY
}
