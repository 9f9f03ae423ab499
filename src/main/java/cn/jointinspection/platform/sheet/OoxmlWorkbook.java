package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.OoxmlPackage.Relation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An {@code .xlsx}. Its parts are read forward and not kept. POI's own streaming reader would not tell hidden rows, the
 * stored digits and phonetic guides, and does not know strict files.
 */
final class OoxmlWorkbook implements SheetSource.Workbook {

  private final OoxmlPackage parts;
  private final List<OoxmlSheet> visibleSheets = new ArrayList<>();
  private final List<NumberFormat> formats = new ArrayList<>();
  private final SharedStrings strings;
  private boolean since1904;

  /** @param part name of the workbook's part */
  OoxmlWorkbook(OoxmlPackage parts, String part) throws IOException {
    this.parts = parts;
    List<Relation> relations = parts.relations(part);
    Optional<String> styles = only(relations, "styles");
    if (styles.isPresent()) {
      readFormats(styles.get());
    }
    Optional<String> shared = only(relations, "sharedStrings");
    try (Xml xml = shared.isPresent() ? open(shared.get()) : null) {
      strings = SharedStrings.read(xml);
    }
    try {
      readSheets(part, relations.stream().filter(relation -> relation.type().equals("worksheet"))
          .collect(Collectors.toMap(Relation::id, Function.identity())));
    } catch (IOException | RuntimeException e) {
      strings.close();
      throw e;
    }
  }

  private Optional<String> only(List<Relation> relations, String type) {
    return relations.stream().filter(relation -> relation.type().equals(type)).map(Relation::part).filter(parts::has)
        .findFirst();
  }

  /** The formats of cells by the number that cells name. */
  private void readFormats(String part) throws IOException {
    Map<Integer, String> codes = new HashMap<>();
    Map<Integer, NumberFormat> known = new HashMap<>();
    try (Xml xml = Xml.kept(parts.open(part))) {
      boolean cells = false;
      while (xml.nextStart()) {
        if (xml.is("numFmt")) {
          codes.putIfAbsent(xml.number("numFmtId", 0), SharedStrings.decoded(xml.attribute("formatCode")));
        } else if (xml.is("cellXfs") || xml.is("cellStyleXfs") || xml.is("cellStyles") || xml.is("dxfs")) {
          cells = xml.is("cellXfs");
        } else if (xml.is("xf") && cells) {
          formats.add(known.computeIfAbsent(xml.number("numFmtId", 0), id -> NumberFormat.of(id, codes.get(id))));
        }
      }
    }
  }

  private void readSheets(String part, Map<String, Relation> worksheets) throws IOException {
    try (Xml xml = Xml.kept(parts.open(part))) {
      while (xml.nextStart()) {
        if (xml.is("workbookPr")) {
          since1904 = xml.flag("date1904");
        } else if (xml.is("sheet") && worksheets.containsKey(xml.attribute("id"))
            && (xml.attribute("state") == null || xml.attribute("state").equals("visible"))) {
          String name = SharedStrings.decoded(String.valueOf(xml.attribute("name")));
          visibleSheets.add(new OoxmlSheet(this, name, worksheets.get(xml.attribute("id")).part()));
        }
      }
    }
  }

  Xml open(String part) throws IOException {
    return Xml.passing(parts.open(part));
  }

  SharedStrings strings() {
    return strings;
  }

  boolean since1904() {
    return since1904;
  }

  NumberFormat format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : NumberFormat.GENERAL;
  }

  @Override
  public List<? extends SheetSource> visibleSheets() {
    return visibleSheets;
  }

  @Override
  public void close() throws IOException {
    try (parts) {
      strings.close();
    }
  }
}
