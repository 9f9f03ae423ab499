package cn.jointinspection.draw.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the members of one JSON object, naming file and line where they are not as they should be. */
final class Members {

  private final String file;
  private final int line;
  private final Json.Obj members;

  private Members(String file, Json.Obj members) {
    this.file = file;
    this.line = members.line;
    this.members = members;
  }

  private static Members of(String file, int line, Object json, Set<String> allowed) {
    if (!(json instanceof Json.Obj object)) {
      throw new Malformed(file, line, "应为 JSON 对象");
    }
    for (String key : object.keySet()) {
      if (!allowed.contains(key)) {
        throw new Malformed(file, object.lines.get(key), "不认识的键 " + key);
      }
    }
    return new Members(file, object);
  }

  /** The whole file as one JSON object. */
  static Members of(String file, byte[] bytes, Set<String> allowed) {
    return ofLine(file, 1, DrawFiles.text(file, bytes), allowed);
  }

  /** @param line in which the text begins */
  static Members ofLine(String file, int line, String text, Set<String> allowed) {
    try {
      return of(file, line, Json.parse(text, line), allowed);
    } catch (Json.Broken e) {
      throw new Malformed(file, e.line, e.getMessage());
    }
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  /** Whether it is there and not null. */
  boolean hasValue(String key) {
    return members.get(key) != null;
  }

  Set<String> keys() {
    return members.keySet();
  }

  String text(String key) {
    if (members.get(key) instanceof String text) {
      return Lines.require(text, file, lineOf(key), key + " ");
    }
    throw bad(key, "应为字符串");
  }

  String textOrNull(String key) {
    return members.get(key) == null ? null : text(key);
  }

  String hex64(String key) {
    String text = text(key);
    if (!isHex64(text)) {
      throw bad(key, "应为 64 位小写十六进制数");
    }
    return text;
  }

  static boolean isHex64(String text) {
    return text.length() == 64 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  /** An integer; outside the bounds, both included, it breaks a rule of the lists and the nearest bound is returned. */
  int integer(String key, int least, int most, BrokenRules rules) {
    long number = integer(key);
    if (number < least || number > most) {
      rules.add(broken(key, "应在 " + least + " 与 " + most + " 之间，实为 " + number));
    }
    return (int) Math.max(least, Math.min(most, number));
  }

  int count(String key) {
    long number = integer(key);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw bad(key, "应为不小于 0 的整数");
    }
    return (int) number;
  }

  private long integer(String key) {
    if (members.get(key) instanceof Long number) {
      return number;
    }
    throw bad(key, "应为整数");
  }

  boolean truth(String key) {
    if (members.get(key) instanceof Boolean value) {
      return value;
    }
    throw bad(key, "应为 true 或 false");
  }

  Members object(String key, Set<String> allowed) {
    if (!has(key)) {
      throw bad(key, "应为 JSON 对象");
    }
    return of(file, lineOf(key), members.get(key), allowed);
  }

  /** An object with any keys; every key is a line. */
  Members map(String key) {
    if (!(members.get(key) instanceof Json.Obj object)) {
      throw bad(key, "应为 JSON 对象");
    }
    object.keySet().forEach(name -> Lines.require(name, file, object.lines.get(name), key + " 的键"));
    return new Members(file, object);
  }

  List<Members> objects(String key, Set<String> allowed) {
    List<Members> objects = new ArrayList<>();
    for (Object item : list(key)) {
      objects.add(of(file, lineOf(key), item, allowed));
    }
    return objects;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof String text)) {
        throw bad(key, "应为字符串的列表");
      }
      texts.add(Lines.require(text, file, lineOf(key), key + " 中的字符串"));
    }
    return texts;
  }

  private List<?> list(String key) {
    if (members.get(key) instanceof List<?> list) {
      return list;
    }
    throw bad(key, "应为列表");
  }

  Malformed bad(String key, String reason) {
    return new Malformed(file, lineOf(key), (members.containsKey(key) ? "" : "缺少 ") + key + "：" + reason);
  }

  /** Well-formed, but against a rule of the lists. */
  ListRuleBroken broken(String key, String reason) {
    return new ListRuleBroken(file, lineOf(key), key + "：" + reason);
  }

  private int lineOf(String key) {
    return members.lines.getOrDefault(key, line);
  }
}
