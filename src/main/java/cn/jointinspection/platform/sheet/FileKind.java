package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.SheetRefused.NotASpreadsheet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;

/**
 * Tells by its content what a file is, whatever its name ends in, and opens it or says in one sentence what to do with
 * it. Only {@code .et} is told by its name: inside, some are like {@code .xls} and some are not.
 */
final class FileKind {

  /** Unpacked size a workbook may have, so that a small crafted file cannot fill the memory or the disk. */
  private static final long MAX_UNPACKED_BYTES = 512L << 20;
  private static final int LOOKED_AT = 1 << 16;
  /** Many systems export a page under the name of a workbook. */
  private static final Pattern WEB_PAGE = Pattern.compile(
      "(?:<\\?xml[^>]*>\\s*)?<(?:!doctype html|html|head|meta|style|table|body|div)\\b"
      + "|mime-version:");
  private static final String SAVE_AS = "在办公软件中打开，另存为 .xlsx ";

  private final Content content;
  private final String fileName;

  FileKind(Content content, String fileName) {
    this.content = content;
    this.fileName = fileName;
  }

  SheetSource.Workbook open() throws IOException {
    if (fileName.toLowerCase(Locale.ROOT).endsWith(".et")) {
      throw refused("这是 WPS 表格专用的 .et 文件", "在 WPS 中打开，另存为 .xlsx ");
    }
    byte[] start = content.start(LOOKED_AT);
    if (start.length == 0) {
      throw new NotASpreadsheet(fileName, SheetFile.EMPTY, (Throwable) null);
    }
    return switch (FileMagic.valueOf(start)) {
      case OOXML -> zip();
      case OLE2 -> compound();
      case BIFF2, BIFF3, BIFF4 -> throw tooOld();
      case PDF -> throw refused("这是 PDF 文件，不是表格", "用制作它的表格另存为 .xlsx ");
      case RTF, WORD2 -> throw document();
      default -> text(start);
    };
  }

  private NotASpreadsheet refused(String found, String remedy) {
    return new NotASpreadsheet(fileName, found, remedy);
  }

  private NotASpreadsheet password() {
    return refused("文件设有打开密码", "在办公软件中打开，取消密码后另存为 .xlsx ");
  }

  private NotASpreadsheet tooOld() {
    return refused("这是 Excel 95 或更早版本的工作簿", SAVE_AS);
  }

  private NotASpreadsheet document() {
    return refused("这是文字文档，不是表格", "把其中的表格粘贴到 Excel 或 WPS 表格中，另存为 .xlsx ");
  }

  private SheetSource.Workbook zip() throws IOException {
    OoxmlPackage parts = new OoxmlPackage(content);
    try {
      return workbook(parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private SheetSource.Workbook workbook(OoxmlPackage parts) throws IOException {
    if (parts.needsPassword()) {
      throw password();
    }
    if (parts.unpacksToMoreThan(MAX_UNPACKED_BYTES)) {
      throw refused("解压后超过 " + (MAX_UNPACKED_BYTES >> 20) + " MB", "删去图片等无关内容，或分成几份，另存为 .xlsx ");
    }
    String main = parts.mainPart().orElse("").toLowerCase(Locale.ROOT);
    if (main.endsWith(".xml") && !parts.hasFolder("word/") && !parts.hasFolder("ppt/")) {
      return new OoxmlWorkbook(parts, parts.mainPart().orElseThrow());
    }
    if (main.endsWith(".bin")) {
      throw refused("这是二进制工作簿（.xlsb）", SAVE_AS);
    }
    if (parts.hasFolder("word/")) {
      throw document();
    }
    if (parts.hasFolder("ppt/")) {
      throw refused("这是演示文稿，不是表格", "把其中的表格粘贴到 Excel 或 WPS 表格中，另存为 .xlsx ");
    }
    if (parts.has("mimetype") && parts.has("content.xml")) {
      throw refused("这是 OpenDocument 文件（.ods）", SAVE_AS);
    }
    throw refused("这是压缩包，不是工作簿", "解压后把其中的表格另存为 .xlsx ");
  }

  /** OLE2: a workbook of Excel 97 to 2003, an encrypted one of any age, or a document. */
  private SheetSource.Workbook compound() throws IOException {
    POIFSFileSystem file = new POIFSFileSystem(content.stream());
    try {
      DirectoryNode root = file.getRoot();
      if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
        return decrypted(file);
      }
      if (root.hasEntry("Workbook") || root.hasEntry("WORKBOOK") || root.hasEntry("Book")) {
        return new BinaryWorkbook(file);
      }
      throw root.hasEntry("WordDocument") ? document() : new NotASpreadsheet(fileName, "内容不是表格", (Throwable) null);
    } catch (EncryptedDocumentException e) {
      file.close();
      throw password();
    } catch (OldFileFormatException e) {
      file.close();
      throw tooOld();
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * What Excel encrypts when somebody protects the order of the sheets opens without a question, by a password that is
   * the same everywhere; any other is the sender's.
   */
  private SheetSource.Workbook decrypted(POIFSFileSystem file) throws IOException {
    FileChannel plain = Content.temporary();
    try {
      Decryptor decryptor = new EncryptionInfo(file).getDecryptor();
      if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw password();
      }
      try (InputStream in = decryptor.getDataStream(file)) {
        in.transferTo(Channels.newOutputStream(plain));
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      plain.close();
      throw password();
    }
    file.close();
    return new FileKind(() -> plain.position(0), fileName).zip();
  }

  private SheetSource.Workbook text(byte[] start) throws IOException {
    String head = new String(start, StandardCharsets.ISO_8859_1).replaceAll("[\0ÿþï»¿]", "").stripLeading()
        .toLowerCase(Locale.ROOT);
    if (WEB_PAGE.matcher(head).lookingAt()) {
      throw refused("内容是网页，不是工作簿", SAVE_AS);
    }
    if (head.startsWith("<") && head.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw refused("这是 XML 表格 2003 文件", SAVE_AS);
    }
    if (head.startsWith("<?xml") || head.startsWith("<svg")) {
      throw refused("内容是 XML 文件，不是工作簿", SAVE_AS);
    }
    Optional<TextEncoding> encoding = TextEncoding.of(content);
    if (encoding.isEmpty()) {
      throw noText(new Tika().detect(start));
    }
    return new CsvText(content, encoding.get(), fileName);
  }

  private NotASpreadsheet noText(String type) {
    if (type.startsWith("image/")) {
      return refused("内容是图片，不是表格", "把图中的内容录入 Excel 或 WPS 表格，另存为 .xlsx ");
    }
    if (type.matches("application/(x-rar.*|x-7z.*|gzip|x-bzip.*|x-xz|x-tar|zip)")) {
      return refused("这是压缩包，不是工作簿", "解压后把其中的表格另存为 .xlsx ");
    }
    return new NotASpreadsheet(fileName, "既不是工作簿，也不是 UTF-8、UTF-16 或 GB18030 编码的文本", (Throwable) null);
  }
}
