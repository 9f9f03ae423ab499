package cn.jointinspection.platform.sheet;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of an {@code .xlsx} and how they point to each other; transitional and strict files (ISO/IEC 29500) differ
 * only in namespaces, which are not looked at.
 *
 * <p>Unpacks with commons-compress: the JDK's library refuses entries that office programs accept.
 */
final class OoxmlPackage implements Closeable {

  /**
   * @param type last word of its type, for example {@code worksheet}
   * @param part name of the part it points to
   */
  record Relation(String id, String type, String part) {}

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

  OoxmlPackage(Content content) throws IOException {
    zip = ZipFile.builder().setSeekableByteChannel(content.channel()).get();
    Collections.list(zip.getEntries()).forEach(entry -> parts.putIfAbsent(key(entry.getName()), entry));
  }

  /** Part names are compared without case, and some writers use the separator of Windows. */
  private static String key(String name) {
    return name.replace('\\', '/').replaceAll("^/+", "").toLowerCase(Locale.ROOT);
  }

  boolean has(String part) {
    return parts.containsKey(key(part));
  }

  /** Whether a part's name begins so. */
  boolean hasFolder(String start) {
    return parts.keySet().stream().anyMatch(name -> name.startsWith(start));
  }

  boolean needsPassword() {
    return parts.values().stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption());
  }

  InputStream open(String part) throws IOException {
    ZipArchiveEntry entry = parts.get(key(part));
    if (entry == null) {
      throw new IOException("no part " + part);
    }
    return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
  }

  /** Whether all parts together unpack to more than this many bytes. */
  boolean unpacksToMoreThan(long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long unpacked = 0;
    for (ZipArchiveEntry entry : parts.values()) {
      try (InputStream content = zip.getInputStream(entry)) {
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          unpacked += read;
          if (unpacked > most) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The part that the package is about: of a workbook, the workbook; empty in a zip file of another kind. */
  Optional<String> mainPart() throws IOException {
    return relations("").stream().filter(relation -> relation.type().equals("officeDocument")).map(Relation::part)
        .filter(this::has).findFirst().or(() -> Optional.of("xl/workbook.xml").filter(this::has));
  }

  /** Where a part points to; empty if it points nowhere. The package itself is the part with the empty name. */
  List<Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/');
    String list = part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    List<Relation> found = new ArrayList<>();
    if (!has(list)) {
      return found;
    }
    try (Xml xml = Xml.kept(open(list))) {
      while (xml.nextStart()) {
        if (xml.is("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
          String type = xml.attribute("Type");
          found.add(new Relation(xml.attribute("Id"), type == null ? "" : type.substring(type.lastIndexOf('/') + 1),
              resolve(part, xml.attribute("Target"))));
        }
      }
    }
    return found;
  }

  private String resolve(String from, String target) throws IOException {
    try {
      URI base = URI.create("/" + encoded(from).replaceAll("^/+", ""));
      URI resolved = base.resolve(encoded(target == null ? "" : target));
      String name = String.valueOf(resolved.getRawPath());
      return has(name) ? name : String.valueOf(resolved.getPath());
    } catch (IllegalArgumentException e) {
      throw new IOException("relation to " + target, e);
    }
  }

  private static String encoded(String path) {
    return path.replace('\\', '/').replace(" ", "%20");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
