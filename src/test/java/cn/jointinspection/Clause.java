package cn.jointinspection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What of the notice this test shows, by its ids in {@code docs/notice.md}. On a class: what each of its tests shows.
 * Only where breaking the obligation would break the test.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Clause {

  /** Such as {@code 二-3}. */
  String[] value();
}
