package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.Cell.Fault;
import cn.jointinspection.platform.sheet.MergedAreas.Area;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;

/** An {@code .xls} of Excel 97 or later. It is held in memory: its sheets end at row 65,536. */
final class BinaryWorkbook implements SheetSource.Workbook {

  private final HSSFWorkbook workbook;
  private final boolean since1904;
  private final Map<Short, NumberFormat> formats = new HashMap<>();

  BinaryWorkbook(POIFSFileSystem file) throws IOException {
    workbook = new HSSFWorkbook(file);
    since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
  }

  @Override
  public List<? extends SheetSource> visibleSheets() {
    return IntStream.range(0, workbook.getNumberOfSheets())
        .filter(i -> !workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i))
        .mapToObj(i -> new BinarySheet(workbook.getSheetAt(i))).toList();
  }

  private NumberFormat format(HSSFCell cell) {
    return formats.computeIfAbsent(cell.getCellStyle().getDataFormat(), id -> {
      String code = cell.getCellStyle().getDataFormatString();
      return NumberFormat.of(id, code == null || code.startsWith("reserved") ? null : code);
    });
  }

  private Cell cell(HSSFCell cell) {
    int column = cell.getColumnIndex();
    CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    return switch (type) {
      case STRING -> format(cell).show(column, cell.getRichStringCellValue().getString());
      case NUMERIC -> format(cell).show(column, BigDecimal.valueOf(cell.getNumericCellValue()), since1904);
      case BOOLEAN -> Cell.of(column, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
      case ERROR -> Cell.faulty(column, error(cell.getErrorCellValue()), Fault.ERROR_VALUE);
      default -> Cell.of(column, "");
    };
  }

  private static String error(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private final class BinarySheet implements SheetSource {

    private final HSSFSheet sheet;

    BinarySheet(HSSFSheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public String name() {
      return sheet.getSheetName();
    }

    @Override
    public MergedAreas mergedAreas() {
      int width = 0;
      for (var row : sheet) {
        width = Math.max(width, row.getLastCellNum());
      }
      return new MergedAreas(sheet.getMergedRegions().stream().map(area -> new Area(
          area.getFirstRow() + 1, area.getFirstColumn(), area.getLastRow() + 1, area.getLastColumn())).toList(), width);
    }

    @Override
    public RowCursor rows() {
      Iterator<org.apache.poi.ss.usermodel.Row> rows = sheet.rowIterator();
      return new RowCursor() {

        @Override
        public SheetRow next() {
          if (!rows.hasNext()) {
            return null;
          }
          var row = rows.next();
          List<Cell> cells = new ArrayList<>();
          row.forEach(cell -> cells.add(cell((HSSFCell) cell)));
          return new SheetRow(row.getRowNum() + 1, row.getZeroHeight(),
              cells.stream().filter(cell -> !cell.isEmpty()).toList());
        }

        @Override
        public void close() {
          // held in memory with the workbook
        }
      };
    }
  }
}
