package cn.jointinspection.platform.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The merged cells of a sheet, from the top.
 *
 * @param areas by their first row
 * @param width number of columns in use, so that a title merged over a whole sheet is not written 16,384 times
 */
record MergedAreas(List<Area> areas, int width) {

  static final MergedAreas NONE = new MergedAreas(List.of(), 0);

  /** Rows as shown, from 1, columns from 0, all inclusive. */
  record Area(int top, int left, int bottom, int right) {}

  MergedAreas {
    List<Area> sorted = new ArrayList<>(areas);
    sorted.sort(Comparator.comparingInt(Area::top));
    areas = sorted;
  }
}
