package cn.jointinspection.plan;

/**
 * 抽查起止时间 in whole months: opens on the first day of the first, closes on the last day of the last.
 *
 * @param from first month, 1 to 12
 * @param to last month, not before the first
 */
public record MonthWindow(int from, int to) {

  /** As printed: 3月-11月, or 3月 alone. */
  public String words() {
    return from == to ? from + "月" : from + "月-" + to + "月";
  }
}
