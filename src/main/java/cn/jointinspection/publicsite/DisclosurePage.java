package cn.jointinspection.publicsite;

import java.util.List;

/**
 * One page of a search, newest first.
 *
 * @param page counted from 1
 * @param total number of disclosures found, on all pages
 */
public record DisclosurePage(List<Disclosure> items, int page, int size, long total) {

  public DisclosurePage {
    items = List.copyOf(items);
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
