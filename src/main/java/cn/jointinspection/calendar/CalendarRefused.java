package cn.jointinspection.calendar;

import cn.jointinspection.platform.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What the calendar of working days refuses and why (五). */
public abstract sealed class CalendarRefused extends RuleViolation {

  private CalendarRefused(String message) {
    super(message);
  }

  /** Working days of a year were asked for before its notice was loaded; they are never guessed (五). */
  public static final class NoHolidayTable extends CalendarRefused {
    private final int year;

    NoHolidayTable(int year) {
      super("系统中没有%1$d年的节假日安排，无法计算工作日。请先导入国务院办公厅公布的%1$d年部分节假日安排，再重新办理。".formatted(year));
      this.year = year;
    }

    public int year() {
      return year;
    }
  }

  /** Deadlines already kept or missed were counted by the days that have passed; these are not rewritten (五). */
  public static final class PastDaysStay extends CalendarRefused {
    PastDaysStay(int year, List<LocalDate> days) {
      super("%d年放假安排未更改：%s 已经过去，期限已按原安排计算，不能再改。请把这些日期恢复成原安排后重新上传。".formatted(year,
          days.stream().map(LocalDate::toString).collect(Collectors.joining("、"))));
    }
  }

  /** An uploaded holiday table has problems; each is named with its line, and nothing was stored. */
  public static final class HolidayFileRefused extends CalendarRefused {
    private final transient List<String> problems;

    HolidayFileRefused(int year, List<String> problems) {
      super("%d年放假安排有 %d 处问题，未保存。请改正文件后重新上传：\n%s"
          .formatted(year, problems.size(), String.join("\n", problems)));
      this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem. */
    public List<String> problems() {
      return problems;
    }
  }

  /** A holiday table contradicts itself or the calendar; nothing of it was stored. */
  public static final class HolidayTableRefused extends CalendarRefused {
    HolidayTableRefused(String message) {
      super(message);
    }
  }

  /** A draft was decided already, or the table it was compared with has changed since. */
  public static final class HolidayUploadOvertaken extends CalendarRefused {
    HolidayUploadOvertaken(int year) {
      super("这份%d年放假安排已经处理过，或原安排在此期间有变动，未作更改。请返回“放假安排”页面查看，需要时重新上传。".formatted(year));
    }
  }

  /** An address names an upload that is not there. */
  public static final class NoSuchHolidayUpload extends CalendarRefused {
    public NoSuchHolidayUpload() {
      super("没有这份上传的放假安排。请返回“放假安排”页面重新选择。");
    }
  }
}
