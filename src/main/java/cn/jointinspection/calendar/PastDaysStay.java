package cn.jointinspection.calendar;

import cn.jointinspection.platform.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Deadlines already kept or missed were counted by the days that have passed; these are not rewritten (五). */
public final class PastDaysStay extends RuleViolation {

  private static final long serialVersionUID = 1L;

  PastDaysStay(int year, List<LocalDate> days) {
    super("%d年放假安排未更改：%s 已经过去，期限已按原安排计算，不能再改。请把这些日期恢复成原安排后重新上传。".formatted(year,
        days.stream().map(LocalDate::toString).collect(Collectors.joining("、"))));
  }
}
