package cn.jointinspection.platform.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One visible sheet of a file, or one way to read it. */
interface SheetSource {

  /** An open file. */
  interface Workbook extends Closeable {

    /** In the order of the tabs; hidden and very hidden sheets left out. */
    List<? extends SheetSource> visibleSheets() throws IOException;

    /** Whether the sheets are ways to read the same rows, the likeliest first, so that one with the table will do. */
    default boolean isOneSheet() {
      return false;
    }
  }

  /** As the tab shows it; empty in a file without sheets. */
  String name();

  MergedAreas mergedAreas() throws IOException;

  RowCursor rows() throws IOException;
}
