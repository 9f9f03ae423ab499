package cn.jointinspection.inspection;

import cn.jointinspection.platform.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/** Which files are kept as evidence: harmless when opened, recognised by content and never by name alone. */
final class EvidenceRules {

  /** 20 MB. */
  static final int MOST_BYTES = 20 * 1024 * 1024;

  private static final int LONGEST_NAME = 120;
  private static final int MOST_ENTRIES = 10_000;
  private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  /** Media types, and the endings under which an office computer opens them as what they are. */
  private static final Map<String, Set<String>> ALLOWED = Map.of(
      "image/jpeg", Set.of("jpg", "jpeg"), "image/png", Set.of("png"), "image/webp", Set.of("webp"),
      "application/pdf", Set.of("pdf"), DOCX, Set.of("docx"), XLSX, Set.of("xlsx"), "video/mp4", Set.of("mp4"),
      "text/plain", Set.of("txt"));
  /** The part without which the file is only a renamed archive. */
  private static final Map<String, String> MAIN_PART = Map.of(DOCX, "word/document.xml", XLSX, "xl/workbook.xml");
  private static final Tika TIKA = new Tika();

  private EvidenceRules() {}

  static void sizeFits(byte[] content) {
    if (content.length == 0 || content.length > MOST_BYTES) {
      throw new EvidenceSizeFits(content.length);
    }
  }

  /** @return the media type by which the file is kept */
  static String harmlessType(byte[] content, String fileName) {
    String type = TIKA.detect(content, fileName);
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!ALLOWED.getOrDefault(type, Set.of()).contains(ending)
        || (MAIN_PART.containsKey(type) && !isPlainOffice(content, MAIN_PART.get(type)))) {
      throw new OnlyHarmlessEvidence(fileName);
    }
    return type;
  }

  /** Holds what an office file must hold, and no macros. */
  private static boolean isPlainOffice(byte[] content, String mainPart) {
    var names = new HashSet<String>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        if (names.size() > MOST_ENTRIES || entry.getName().endsWith("vbaProject.bin")) {
          return false;
        }
      }
    } catch (IOException damaged) {
      return false;
    }
    return names.contains("[Content_Types].xml") && names.contains(mainPart);
  }

  /** The last part of a path, without anything that a file system or a header reads as more than a name. */
  static String cleanName(String fileName) {
    String name = Normalizer.normalize(fileName == null ? "" : fileName, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").replaceAll("[:*?\"<>|;]", "_").strip();
    name = name.replaceAll("^\\.+", "");
    if (name.isEmpty()) {
      return "未命名";
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }

  static void isNew(boolean added, String fileName) {
    if (!added) {
      throw new EvidenceIsKeptOnce(fileName);
    }
  }

  static final class EvidenceSizeFits extends RuleViolation {
    EvidenceSizeFits(int bytes) {
      super(bytes == 0 ? "文件是空的，没有保存。请重新选择文件。" : "文件超过 20 MB，没有保存。请压缩或拆分后再上传。");
    }
  }

  static final class OnlyHarmlessEvidence extends RuleViolation {
    OnlyHarmlessEvidence(String fileName) {
      super("文件“" + fileName + "”没有保存：只接受照片（JPEG、PNG、WebP）、PDF、Word（docx）、Excel（xlsx）、视频（MP4）和纯文本（txt），"
          + "扩展名须与内容相符，不接受带宏的文件。请转换格式后再上传。");
    }
  }

  static final class EvidenceIsKeptOnce extends RuleViolation {
    EvidenceIsKeptOnce(String fileName) {
      super("内容与“" + fileName + "”相同的文件已经保存在这次检查中，不需要再传一次。");
    }
  }
}
