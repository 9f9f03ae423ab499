package cn.jointinspection.draw.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The five files, read; the first rule that they break is kept aside. */
final class FrozenLists {

  private static final byte[] PLAIN_START = ascii("{\"id\":\"");
  private static final byte[] PLAIN_MIDDLE = ascii("\",\"stratum\":\"");
  private static final byte[] PLAIN_END = ascii("\"}");

  record Inspector(String id, String department, Set<String> labels, int load) {}

  final BrokenRules rules = new BrokenRules();
  final DrawParams params;
  /** With the index of the stratum as number. */
  final Ids candidates = new Ids();
  final Map<String, List<Inspector>> inspectors = new HashMap<>();
  final Map<String, Inspector> inspectorById = new HashMap<>();
  /** Inspectors by object. */
  final Map<String, Set<String>> recusals = new HashMap<>();

  /** @throws Malformed if a file is not of the form */
  FrozenLists(DrawFiles files) {
    params = DrawParams.parse(files.bytes(DrawFiles.PARAMS), rules);
    JsonLines.read(DrawFiles.CANDIDATES, files.bytes(DrawFiles.CANDIDATES), this::candidate);
    Ids excluded = new Ids();
    JsonLines.read(DrawFiles.EXCLUDED, files.bytes(DrawFiles.EXCLUDED), (bytes, from, to, line) -> {
      Members json = members(DrawFiles.EXCLUDED, bytes, from, to, line, Set.of("id", "reason"));
      json.text("reason");
      if (!excluded.add(json.text("id"), 0)) {
        notAscending(DrawFiles.EXCLUDED, line);
      }
    });
    disjoint(excluded);
    JsonLines.read(DrawFiles.INSPECTORS, files.bytes(DrawFiles.INSPECTORS), inspectorReader());
    JsonLines.read(DrawFiles.RECUSALS, files.bytes(DrawFiles.RECUSALS), recusalReader());
  }

  int[] sizes() {
    int[] sizes = new int[params.strata().size()];
    for (int i = 0; i < candidates.size(); i++) {
      sizes[candidates.number(i)]++;
    }
    return sizes;
  }

  /** The common line is read without making objects of it; any other goes through the JSON reader. */
  private void candidate(byte[] bytes, int from, int to, int line) {
    int idFrom = from + PLAIN_START.length;
    int idTo = matches(bytes, from, to, PLAIN_START) ? plainEnd(bytes, idFrom, to) : -1;
    int codeFrom = idTo + PLAIN_MIDDLE.length;
    if (idTo > idFrom && matches(bytes, idTo, to, PLAIN_MIDDLE)) {
      int codeTo = plainEnd(bytes, codeFrom, to);
      if (codeTo > codeFrom && codeTo + PLAIN_END.length == to && matches(bytes, codeTo, to, PLAIN_END)) {
        add(bytes, idFrom, idTo, new String(bytes, codeFrom, codeTo - codeFrom, US_ASCII), line);
        return;
      }
    }
    Members json = members(DrawFiles.CANDIDATES, bytes, from, to, line, Set.of("id", "stratum", "unrated"));
    if (json.has("unrated") && !json.truth("unrated")) {
      throw json.bad("unrated", "只能是 true");
    }
    byte[] id = json.text("id").getBytes(UTF_8);
    add(id, 0, id.length, json.text("stratum"), line);
  }

  private void add(byte[] id, int from, int to, String code, int line) {
    int stratum = params.stratum(code);
    if (stratum < 0) {
      rules.add(new ListRuleBroken(DrawFiles.CANDIDATES, line, "未声明的层 " + code));
    }
    if (!candidates.add(id, from, to, stratum)) {
      notAscending(DrawFiles.CANDIDATES, line);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static boolean matches(byte[] bytes, int at, int to, byte[] wanted) {
    return at + wanted.length <= to && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** Where a string of printable ASCII without escapes ends; -1 if it is not one. */
  private static int plainEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"') {
        return i;
      }
      if (bytes[i] < 0x20 || bytes[i] == 0x7f || bytes[i] == '\\') {
        return -1;
      }
    }
    return -1;
  }

  private void disjoint(Ids excluded) {
    int candidate = 0;
    for (int i = 0; i < excluded.size(); i++) {
      while (candidate < candidates.size() && candidates.compare(candidate, excluded, i) < 0) {
        candidate++;
      }
      if (candidate < candidates.size() && candidates.compare(candidate, excluded, i) == 0) {
        rules.add(new ListRuleBroken(DrawFiles.EXCLUDED, i + 1, excluded.id(i) + " 同时在候选名单中"));
      }
    }
  }

  private JsonLines.Reader inspectorReader() {
    Ids ids = new Ids();
    Set<String> departments = new HashSet<>();
    params.teams().forEach(team -> departments.add(team.department()));
    departments.addAll(params.departments());
    return (bytes, from, to, line) -> {
      Members json =
          members(DrawFiles.INSPECTORS, bytes, from, to, line, Set.of("id", "department", "labels", "load"));
      List<String> labels = json.texts("labels");
      Inspector inspector = new Inspector(json.text("id"), json.text("department"), Set.copyOf(new HashSet<>(labels)),
          json.integer("load", 0, Integer.MAX_VALUE, rules));
      if (inspector.labels().size() < labels.size()) {
        rules.add(json.broken("labels", "重复"));
      }
      if (!departments.contains(inspector.department())) {
        rules.add(json.broken("department", "不是参加本次抽取的部门：" + inspector.department()));
      }
      if (!ids.add(inspector.id(), 0)) {
        notAscending(DrawFiles.INSPECTORS, line);
      }
      inspectorById.put(inspector.id(), inspector);
      inspectors.computeIfAbsent(inspector.department(), d -> new ArrayList<>()).add(inspector);
    };
  }

  private JsonLines.Reader recusalReader() {
    String[] last = {null, null};
    return (bytes, from, to, line) -> {
      Members json =
          members(DrawFiles.RECUSALS, bytes, from, to, line, Set.of("inspector", "object", "reason"));
      String inspector = json.text("inspector");
      String object = json.text("object");
      json.text("reason");
      int order = last[0] == null ? -1 : Lines.BYTE_ORDER.compare(last[0], inspector);
      if (order > 0 || order == 0 && Lines.BYTE_ORDER.compare(last[1], object) >= 0) {
        notAscending(DrawFiles.RECUSALS, line);
      }
      last[0] = inspector;
      last[1] = object;
      recusals.computeIfAbsent(object, o -> new HashSet<>()).add(inspector);
    };
  }

  private static Members members(String file, byte[] bytes, int from, int to, int line, Set<String> allowed) {
    return Members.ofLine(file, line, JsonLines.text(file, bytes, from, to, line), allowed);
  }

  private void notAscending(String file, int line) {
    rules.add(new ListRuleBroken(file, line, "与上一行重复，或没有按 UTF-8 字节升序排列"));
  }
}
