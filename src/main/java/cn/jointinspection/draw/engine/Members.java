package cn.jointinspection.draw.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the members of one JSON object, naming file and line where they are not as they should be. */
final class Members {

  private final String file;
  private final int line;
  private final Map<?, ?> members;

  private Members(String file, int line, Map<?, ?> members) {
    this.file = file;
    this.line = line;
    this.members = members;
  }

  static Members of(String file, int line, Object json, Set<String> allowed) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new Malformed(file, line, "应为 JSON 对象");
    }
    for (Object key : map.keySet()) {
      if (!allowed.contains(key)) {
        throw new Malformed(file, line, "不认识的键 " + key);
      }
    }
    return new Members(file, line, map);
  }

  /** The whole file as one JSON object. */
  static Members of(String file, byte[] bytes, Set<String> allowed) {
    String text = DrawFiles.text(file, bytes);
    try {
      return of(file, 0, Json.parse(text), allowed);
    } catch (Json.Broken e) {
      int line = (int) text.substring(0, Math.min(e.position, text.length())).chars().filter(c -> c == '\n').count() + 1;
      throw new Malformed(file, line, e.getMessage());
    }
  }

  static Members ofLine(String file, int line, String text, Set<String> allowed) {
    try {
      return of(file, line, Json.parse(text), allowed);
    } catch (Json.Broken e) {
      throw new Malformed(file, line, e.getMessage());
    }
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  Set<?> keys() {
    return members.keySet();
  }

  String text(String key) {
    if (members.get(key) instanceof String text) {
      return Lines.require(text, file, line, key + " ");
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

  /** An integer within the bounds, both included. */
  int integer(String key, long least, long most) {
    if (members.get(key) instanceof Long number) {
      if (number >= least && number <= most) {
        return number.intValue();
      }
      throw broken(key, "应在 " + least + " 与 " + most + " 之间，实为 " + number);
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
    return of(file, line, members.get(key), allowed);
  }

  /** An object with any keys; every key is a line. */
  Members map(String key) {
    if (!(members.get(key) instanceof Map<?, ?> map)) {
      throw bad(key, "应为 JSON 对象");
    }
    map.keySet().forEach(name -> Lines.require((String) name, file, line, key + " 的键"));
    return new Members(file, line, map);
  }

  List<Members> objects(String key, Set<String> allowed) {
    List<Members> objects = new ArrayList<>();
    for (Object item : list(key)) {
      objects.add(of(file, line, item, allowed));
    }
    return objects;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof String text)) {
        throw bad(key, "应为字符串的列表");
      }
      texts.add(Lines.require(text, file, line, key + " 中的字符串"));
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
    return new Malformed(file, line, (members.containsKey(key) ? "" : "缺少 ") + key + "：" + reason);
  }

  /** Well-formed, but against a rule of the lists. */
  ListRuleBroken broken(String key, String reason) {
    return new ListRuleBroken(file, line, key + "：" + reason);
  }
}
