package cn.jointinspection.platform;

import cn.jointinspection.platform.Sheet.Row;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * Reads what office programs here write: {@code .xlsx}, and {@code .csv} in UTF-8 with or without BOM or GB18030. The
 * encoding is found from the bytes: text that is not valid UTF-8 is GB18030.
 */
public final class SheetReader {

  /** Unpacked size a workbook may have, so that a small crafted file cannot fill the memory. */
  private static final long MAX_UNPACKED_BYTES = 512L << 20;
  /** Built-in formats of Chinese office programs, such as 31 for 2024年3月20日, whose text is not in the file. */
  private static final Set<Integer> CHINESE_DATE_FORMATS = Set.of(27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private SheetReader() {}

  /**
   * The first sheet of a workbook, or the rows of a CSV file.
   *
   * @param fileName decides by its ending between {@code .xlsx} and {@code .csv}
   * @throws NotASpreadsheet if the file is neither, is damaged, or holds no row
   */
  public static Sheet read(byte[] bytes, String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    List<Row> rows;
    if (name.endsWith(".xlsx")) {
      rows = workbook(bytes, fileName);
    } else if (name.endsWith(".csv")) {
      rows = csv(bytes, fileName);
    } else {
      throw new NotASpreadsheet(fileName, "文件名应以 .xlsx 或 .csv 结尾");
    }
    List<Row> filled = rows.stream().filter(row -> !row.isBlank()).toList();
    if (filled.isEmpty()) {
      throw new NotASpreadsheet(fileName, "文件里没有任何内容");
    }
    return new Sheet(filled);
  }

  private static List<Row> csv(byte[] bytes, String fileName) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(false).allowExtraFields(true)
        .allowMissingFields(true).allowUnclosedQuote(false).ofCsvRecord(decode(bytes, fileName))) {
      for (CsvRecord record : reader) {
        rows.add(new Row(rows.size() + 1, record.getFields().stream().map(SheetReader::clean).toList()));
      }
    } catch (CsvParseException e) {
      throw new NotASpreadsheet(fileName, "第 " + (rows.size() + 1) + " 行的引号或分隔符有误", e);
    } catch (IOException e) {
      throw new NotASpreadsheet(fileName, "无法读取", e);
    }
    return rows;
  }

  private static String decode(byte[] bytes, String fileName) {
    boolean hasBom = bytes.length >= BOM.length && ByteBuffer.wrap(bytes, 0, BOM.length).equals(ByteBuffer.wrap(BOM));
    ByteBuffer content = ByteBuffer.wrap(bytes, hasBom ? BOM.length : 0, bytes.length - (hasBom ? BOM.length : 0));
    List<Charset> charsets =
        hasBom ? List.of(StandardCharsets.UTF_8) : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    for (Charset charset : charsets) {
      try {
        String text = charset.newDecoder().decode(content.duplicate()).toString();
        if (text.indexOf('\0') < 0) {
          return text;
        }
      } catch (CharacterCodingException e) {
        continue;
      }
    }
    throw new NotASpreadsheet(fileName, "不是 UTF-8 或 GB18030 编码的文本");
  }

  private static List<Row> workbook(byte[] bytes, String fileName) {
    refuseIfNotAWorkbook(bytes, fileName);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
      List<Row> rows = new ArrayList<>();
      try (var stream = workbook.getFirstSheet().openStream()) {
        Iterator<org.dhatim.fastexcel.reader.Row> found = stream.iterator();
        while (found.hasNext()) {
          org.dhatim.fastexcel.reader.Row row = found.next();
          List<String> cells = new ArrayList<>();
          for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column).map(SheetReader::text).map(SheetReader::clean).orElse(""));
          }
          rows.add(new Row(row.getRowNum(), cells));
        }
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      throw new NotASpreadsheet(fileName, "工作簿已损坏", e);
    }
  }

  /** Unpacks with the library that the workbook reader itself uses: the JDK's refuses entries it accepts. */
  private static void refuseIfNotAWorkbook(byte[] bytes, String fileName) {
    if (!ReadableWorkbook.isOOXMLZipHeader(bytes)) {
      throw new NotASpreadsheet(fileName, "内容不是 .xlsx 工作簿");
    }
    byte[] buffer = new byte[1 << 16];
    long unpacked = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          unpacked += unpackedSize(content, buffer, MAX_UNPACKED_BYTES - unpacked);
        }
        if (unpacked > MAX_UNPACKED_BYTES) {
          throw new NotASpreadsheet(fileName, "解压后超过 " + (MAX_UNPACKED_BYTES >> 20) + " MB");
        }
      }
    } catch (IOException e) {
      throw new NotASpreadsheet(fileName, "工作簿已损坏", e);
    }
  }

  private static long unpackedSize(InputStream entry, byte[] buffer, long most) throws IOException {
    long size = 0;
    for (int read = entry.read(buffer); read >= 0 && size <= most; read = entry.read(buffer)) {
      size += read;
    }
    return size;
  }

  /** A date cell as ISO text, a number without exponent, everything else as shown. */
  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      if (isDate(cell)) {
        LocalDateTime dateTime = cell.asDate();
        return dateTime.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? dateTime.toLocalDate().toString() : dateTime.toString();
      }
      BigDecimal number = cell.asNumber();
      return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }
    String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
    return text == null ? "" : text;
  }

  /** Whether a number is shown as a date: a y or d outside quoted text, colours and locale marks of its format. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format == null
        ? cell.getDataFormatId() != null && CHINESE_DATE_FORMATS.contains(cell.getDataFormatId())
        : format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches(".*[yd].*");
  }

  private static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("^[\\s\\u00A0\\u3000]+|[\\s\\u00A0\\u3000]+$", "");
  }
}
