package cn.jointinspection.registry;

/** Who gave an object its class (四). */
public enum RiskSource {
  /** 市场监管部门的企业信用风险分类结果. */
  MARKET("市场监管部门分类"),
  /** A proposal from the result of a check that the registrar accepted (守信激励、失信惩戒, 五). */
  RESULT("检查结果调整"),
  /** Entered with the object, from a file of objects or by hand. */
  REGISTRY("名录导入");

  private final String label;

  RiskSource(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
