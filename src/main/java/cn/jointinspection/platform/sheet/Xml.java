package cn.jointinspection.platform.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook, read forward. Elements are told by their local names. No part of a workbook has a document
 * type, so one that has is refused: entities can neither grow nor reach outside.
 */
final class Xml implements Closeable {

  private static final XMLInputFactory FACTORY = factory();
  /** Office programs let a cell have 32,767 characters, and may write each as an escape of seven. */
  private static final int LONGEST_TEXT = 250_000;
  /** More than the longest text of a cell takes in any encoding. */
  private static final int MOST_BYTES_WITHOUT_ELEMENT = 2 << 20;
  /** Formats, names of sheets and relations are kept in memory; this many bytes hold more than any program writes. */
  private static final long MOST_BYTES_KEPT = 32L << 20;

  private final InputStream in;
  private final XMLStreamReader reader;

  /** A part that is kept. */
  static Xml kept(InputStream in) throws IOException {
    return new Xml(in, MOST_BYTES_KEPT);
  }

  /** A part of any length, of which one row or text after the other is used. */
  static Xml passing(InputStream in) throws IOException {
    return new Xml(in, Long.MAX_VALUE);
  }

  private Xml(InputStream in, long mostBytes) throws IOException {
    this.in = in;
    try {
      reader = FACTORY.createXMLStreamReader(new ManyElements(in, mostBytes));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** What the parser collects at once stays small, even in a file made to fill the memory. */
  private static final class ManyElements extends FilterInputStream {

    private final long mostBytes;
    private int sinceElement;
    private long bytes;

    ManyElements(InputStream in, long mostBytes) {
      super(in);
      this.mostBytes = mostBytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        sinceElement = buffer[i] == '<' ? 0 : sinceElement + 1;
      }
      bytes += Math.max(0, read);
      if (sinceElement > MOST_BYTES_WITHOUT_ELEMENT || bytes > mostBytes) {
        throw new IOException("endless text");
      }
      return read;
    }
  }

  /** Goes on to the next start of an element; false at the end. */
  boolean nextStart() throws IOException {
    for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** Goes on to the next start or end of an element, or the end of the file. */
  int next() throws IOException {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new IOException("document type");
      }
      return event;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Name of the element whose start or end was reached. */
  String name() {
    return reader.getLocalName();
  }

  boolean is(String name) {
    return reader.getLocalName().equals(name);
  }

  /** Null where there is none; namespaces do not count. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** A number; {@code otherwise} where there is none. */
  int number(String attribute, int otherwise) throws IOException {
    String text = attribute(attribute);
    try {
      return text == null ? otherwise : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IOException(attribute + "=" + text, e);
    }
  }

  boolean flag(String attribute) {
    String text = attribute(attribute);
    return "1".equals(text) || "true".equals(text);
  }

  /** The text of this element up to its end. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
        throw new IOException("element inside text");
      }
      append(event, text);
    }
    return text.toString();
  }

  /**
   * The text of this element's runs, one after the other. Phonetic guides ({@code rPh}) stand above the text and are
   * left out.
   */
  String richText() throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int guide = 0;
    while (depth > 0) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT && is("t") && guide == 0) {
        text.append(text());
        refuseEndless(text);
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        guide = guide == 0 && is("rPh") ? depth : guide;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        guide = guide == depth ? 0 : guide;
        depth--;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new IOException("file ends early");
      }
    }
    return text.toString();
  }

  private void append(int event, StringBuilder text) throws IOException {
    if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE) {
      text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
    refuseEndless(text);
  }

  private static void refuseEndless(StringBuilder text) throws IOException {
    if (text.length() > LONGEST_TEXT) {
      throw new IOException("endless text");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      in.close();
    }
  }
}
