package cn.jointinspection.platform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a table as office programs write it: {@code .xlsx}, or {@code .csv} in UTF-8 (with or without BOM) or GB18030. The
 * format is told by the content, not by the name.
 *
 * @param rows the rows of the one sheet that has any content, blank rows left out
 */
public record SheetFile(List<Row> rows) {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] UTF8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * One row.
   *
   * @param number its number in the file, from 1; of a csv record, the line it starts on
   * @param cells text of the cells, "" for an empty one, surrounding blanks kept
   */
  public record Row(int number, List<String> cells) {

    /** Text of a cell; "" when the row is shorter. */
    public String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  public SheetFile {
    rows = List.copyOf(rows);
  }

  /**
   * @param bytes content of the file
   * @param maxBytes largest size accepted
   * @throws SheetUnreadable when the file is too large, no table, an old or macro format, or broken
   */
  public static SheetFile read(byte[] bytes, int maxBytes) {
    if (bytes.length == 0) {
      throw new SheetUnreadable("文件是空的，请检查后重新上传。");
    }
    if (bytes.length > maxBytes) {
      throw new SheetUnreadable("文件超过%d MB，请删除图片等无关内容或拆分后重新上传。".formatted(maxBytes >> 20));
    }
    if (startsWith(bytes, OLE2)) {
      throw new SheetUnreadable("文件是旧版 .xls、.et 格式或加了密码，不能读取。请用办公软件打开，取消密码，另存为 .xlsx 后重新上传。");
    }
    List<Row> rows = startsWith(bytes, ZIP) ? XlsxRows.read(bytes) : csv(decode(bytes));
    return new SheetFile(rows.stream().filter(row -> !row.isBlank()).toList());
  }

  private static List<Row> csv(String text) {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      return csv.stream().map(r -> new Row((int) r.getStartingLineNumber(), r.getFields())).toList();
    } catch (CsvParseException e) {
      throw new SheetUnreadable("CSV 文件的引号不成对，不能读取。请用办公软件打开核对，另存为 .xlsx 后重新上传。", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static String decode(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        throw new SheetUnreadable("文件不是电子表格，不能读取。请上传 .xlsx 文件，或 UTF-8、GB18030 编码的 .csv 文件。");
      }
    }
    int from = startsWith(bytes, UTF8_BOM) ? UTF8_BOM.length : 0;
    try {
      return strictly(StandardCharsets.UTF_8, bytes, from);
    } catch (CharacterCodingException notUtf8) {
      try {
        return strictly(GB18030, bytes, 0);
      } catch (CharacterCodingException e) {
        throw new SheetUnreadable("文件不是电子表格，或编码既不是 UTF-8 也不是 GB18030，不能读取。请另存为 .xlsx 后重新上传。", e);
      }
    }
  }

  private static String strictly(Charset charset, byte[] bytes, int from) throws CharacterCodingException {
    return charset.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if (bytes[i] != head[i]) {
        return false;
      }
    }
    return true;
  }
}
