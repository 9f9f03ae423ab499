package cn.jointinspection.draw.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much JSON as the files of a draw need: objects with distinct keys, arrays, strings, integers, booleans, null.
 * Written with one space of indentation a level, as the published transcripts are.
 */
final class Json {

  private final String text;
  private int at;
  private int line;

  private Json(String text, int line) {
    this.text = text;
    this.line = line;
  }

  /** An object that knows in which line each of its members begins. */
  static final class Obj extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    final int line;
    final transient Map<String, Integer> lines = new HashMap<>();

    private Obj(int line) {
      this.line = line;
    }
  }

  /** Not JSON, or more than these files may hold. */
  static final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    final int line;

    Broken(String reason, int line) {
      super(reason);
      this.line = line;
    }
  }

  /** @param line in which the text begins */
  static Object parse(String text, int line) throws Broken {
    Json json = new Json(text, line);
    json.space();
    Object value = json.value(0);
    json.space();
    if (json.at < text.length()) {
      throw json.broken("JSON 之后还有多余内容");
    }
    return value;
  }

  private Object value(int depth) throws Broken {
    if (depth > 20) {
      throw broken("嵌套过深");
    }
    char c = peek();
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> integer();
    };
  }

  private Obj object(int depth) throws Broken {
    Obj members = new Obj(line);
    at++;
    space();
    if (peek() == '}') {
      at++;
      return members;
    }
    while (true) {
      space();
      if (peek() != '"') {
        throw broken("应为键名");
      }
      String key = string();
      space();
      expect(':');
      space();
      if (members.containsKey(key)) {
        throw broken("键 " + key + " 重复");
      }
      members.lines.put(key, line);
      members.put(key, value(depth + 1));
      space();
      if (peek() == '}') {
        at++;
        return members;
      }
      expect(',');
    }
  }

  private List<Object> array(int depth) throws Broken {
    List<Object> items = new ArrayList<>();
    at++;
    space();
    if (peek() == ']') {
      at++;
      return items;
    }
    while (true) {
      space();
      items.add(value(depth + 1));
      space();
      if (peek() == ']') {
        at++;
        return items;
      }
      expect(',');
    }
  }

  private String string() throws Broken {
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return value.toString();
      }
      if (c < 0x20) {
        throw broken("字符串中有未转义的控制字符");
      }
      value.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() throws Broken {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken("无法识别的转义");
    };
  }

  private char unicode() throws Broken {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw broken("无法识别的转义");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private Long integer() throws Broken {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    boolean leadingZero = at - digits > 1 && text.charAt(digits) == '0';
    if (at == digits || at - digits > 15 || leadingZero) {
      throw broken("应为 JSON 的值，数只能是整数");
    }
    if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
      throw broken("数只能是整数");
    }
    return Long.valueOf(text.substring(start, at));
  }

  private Object word(String word, Object value) throws Broken {
    if (!text.startsWith(word, at)) {
      throw broken("应为 JSON 的值");
    }
    at += word.length();
    return value;
  }

  private void expect(char wanted) throws Broken {
    if (peek() != wanted) {
      throw broken("应为 " + wanted);
    }
    at++;
  }

  private char peek() throws Broken {
    if (at >= text.length()) {
      throw broken("JSON 不完整");
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      line += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
  }

  private Broken broken(String reason) {
    return new Broken(reason, line);
  }

  /** Maps in their order, lists, strings, numbers, booleans and null; no line feed at the end. */
  static String write(Object value) {
    return write(value, 0);
  }

  /** @param level how deep in the file it stands; its first line is not indented */
  static String write(Object value, int level) {
    StringBuilder out = new StringBuilder();
    write(value, level, out);
    return out.toString();
  }

  private static void write(Object value, int level, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      writeAll(map.entrySet(), '{', '}', level, out);
    } else if (value instanceof Map.Entry<?, ?> member) {
      quote((String) member.getKey(), out);
      out.append(": ");
      write(member.getValue(), level, out);
    } else if (value instanceof List<?> list) {
      writeAll(list, '[', ']', level, out);
    } else if (value instanceof String string) {
      quote(string, out);
    } else {
      out.append(value);
    }
  }

  private static void writeAll(Iterable<?> items, char open, char close, int level, StringBuilder out) {
    out.append(open);
    boolean first = true;
    for (Object item : items) {
      out.append(first ? "\n" : ",\n").append(" ".repeat(level + 1));
      write(item, level + 1, out);
      first = false;
    }
    if (!first) {
      out.append('\n').append(" ".repeat(level));
    }
    out.append(close);
  }

  static void quote(String string, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
