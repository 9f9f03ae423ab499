package cn.jointinspection.staff;

/** Headings of the desk, in their order; a page's head leads to the pages of its own section. */
public enum StaffSection {

  WORK("抽查办理与监督"),
  REGISTRIES("一单两库"),
  RISK("风险分类与频次"),
  SETTINGS("单位与规则"),
  OWN("本人");

  private final String label;

  StaffSection(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
