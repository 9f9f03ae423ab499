package cn.jointinspection.platform;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list in a fixed order, so that a long list costs no more than a short one and nothing of it is lost.
 *
 * @param page counted from 1; beyond the last it is empty
 * @param size at most so many rows on a page
 * @param total number of rows on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

  public Page {
    items = List.copyOf(items);
  }

  /** Rows before this page. */
  public static long offset(int page, int size) {
    return (page - 1L) * size;
  }

  public <R> Page<R> map(Function<T, R> each) {
    return new Page<>(items.stream().map(each).toList(), page, size, total);
  }

  /** Number of pages, at least 1. */
  public long pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  public boolean first() {
    return page == 1;
  }

  public boolean last() {
    return page >= pages();
  }
}
