package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits.Limit;
import cn.jointinspection.deadlines.TimeLimits.Told;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The output columns of {@code time-limits.dmn}. */
public enum Column {
  BASE("base", "起算基准", true, limit -> limit.base().name()),
  DAYS("days", "工作日", false, limit -> String.valueOf(limit.days())),
  REMIND_BEFORE("remindBefore", "提前提醒", false, limit -> String.valueOf(limit.remindBefore())),
  REMIND_AFTER_EVERY("remindAfterEvery", "逾期后再提醒", false, limit -> String.valueOf(limit.remindAfterEvery())),
  TELLS("tells", "提醒谁", true, limit -> limit.tells().stream().map(Told::name).collect(Collectors.joining(","))),
  ESCALATES_TO("escalatesTo", "逾期转谁督办", true, limit -> limit.escalatesTo().name());

  private final String output;
  private final String label;
  private final boolean quoted;
  private final Function<Limit, String> value;

  Column(String output, String label, boolean quoted, Function<Limit, String> value) {
    this.output = output;
    this.label = label;
    this.quoted = quoted;
    this.value = value;
  }

  /** Name of the output. */
  public String output() {
    return output;
  }

  /** For people. */
  String label() {
    return label;
  }

  /** Whether the entry is a text in quotation marks, and not a number. */
  boolean quoted() {
    return quoted;
  }

  String valueIn(Limit limit) {
    return value.apply(limit);
  }
}
