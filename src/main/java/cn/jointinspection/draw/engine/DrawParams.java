package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code params.json} (draw-spec 2).
 *
 * @param ratioKind {@code atLeast} or {@code exact}
 * @param planned null unless given; only with {@code atLeast}
 * @param strata in rising risk
 * @param departments who may contribute a nonce
 */
public record DrawParams(
    String drawId,
    String title,
    String ratioKind,
    int basisPoints,
    Integer planned,
    List<Stratum> strata,
    List<String> departments,
    List<Team> teams,
    int slack,
    String publicKind,
    String publicSource) {

  static final String SPEC = "ssj-draw/1";

  public record Stratum(String code, int weight) {}

  /** @param labels minimum number of holders by label */
  public record Team(String department, int count, Map<String, Integer> labels) {}

  /** @throws Malformed if it is not of the form */
  static DrawParams parse(byte[] bytes, BrokenRules rules) {
    Members json = Members.of(DrawFiles.PARAMS, bytes, Set.of("spec", "drawId", "title", "ratio", "planned", "strata",
        "departments", "teams", "slack", "publicValue"));
    if (!SPEC.equals(json.text("spec"))) {
      throw json.bad("spec", "应为 " + SPEC);
    }
    Members ratio = json.object("ratio", Set.of("kind", "basisPoints"));
    String kind = ratio.text("kind");
    if (!kind.equals("atLeast") && !kind.equals("exact")) {
      throw ratio.bad("kind", "应为 atLeast 或 exact");
    }
    if (json.has("planned") && !kind.equals("atLeast")) {
      rules.add(json.broken("planned", "只能与 atLeast 同用"));
    }
    Members publicValue = json.object("publicValue", Set.of("kind", "source"));
    String publicKind = publicValue.text("kind");
    if (!Set.of("dice", "lottery", "drand", "none").contains(publicKind)) {
      throw publicValue.bad("kind", "应为 dice、lottery、drand 或 none");
    }
    return new DrawParams(
        json.text("drawId"),
        json.text("title"),
        kind,
        ratio.integer("basisPoints", 1, 10_000, rules),
        json.has("planned") ? json.integer("planned", 0, Integer.MAX_VALUE, rules) : null,
        strata(json, rules),
        distinct(json, "departments", json.texts("departments"), rules),
        teams(json, rules),
        json.integer("slack", 0, Integer.MAX_VALUE, rules),
        publicKind,
        publicValue.text("source"));
  }

  private static List<Stratum> strata(Members json, BrokenRules rules) {
    List<Stratum> strata = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Members item : json.objects("strata", Set.of("code", "weight"))) {
      Stratum stratum = new Stratum(item.text("code"), item.integer("weight", 1, 1_000_000, rules));
      if (!codes.add(stratum.code())) {
        rules.add(item.broken("code", "重复：" + stratum.code()));
      }
      if (!strata.isEmpty() && strata.get(strata.size() - 1).weight() >= stratum.weight()) {
        rules.add(item.broken("weight", "应随风险严格递增"));
      }
      strata.add(stratum);
    }
    if (strata.size() > Short.MAX_VALUE) {
      throw json.bad("strata", "层数过多");
    }
    return List.copyOf(strata);
  }

  private static List<Team> teams(Members json, BrokenRules rules) {
    List<Team> teams = new ArrayList<>();
    for (Members item : json.objects("teams", Set.of("department", "count", "labels"))) {
      Members labels = item.map("labels");
      Map<String, Integer> minima = new TreeMap<>(Lines.BYTE_ORDER);
      for (String label : labels.keys()) {
        minima.put(label, labels.integer(label, 0, Integer.MAX_VALUE, rules));
      }
      teams.add(new Team(item.text("department"), item.integer("count", 2, Integer.MAX_VALUE, rules), minima));
    }
    distinct(json, "teams", teams.stream().map(Team::department).toList(), rules);
    return List.copyOf(teams);
  }

  private static List<String> distinct(
      Members json, String key, List<String> departments, BrokenRules rules) {
    if (new HashSet<>(departments).size() < departments.size()) {
      rules.add(json.broken(key, "部门重复"));
    }
    return List.copyOf(departments);
  }

  /** The file's bytes; checked like a file that comes from outside. */
  public byte[] toBytes() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("spec", SPEC);
    json.put("drawId", drawId);
    json.put("title", title);
    json.put("ratio", Transcript.map("kind", ratioKind, "basisPoints", basisPoints));
    json.put("strata", strata.stream().map(s -> Transcript.map("code", s.code(), "weight", s.weight())).toList());
    json.put("departments", departments);
    json.put("teams", teams.stream()
        .map(t -> Transcript.map("department", t.department(), "count", t.count(), "labels", sorted(t.labels())))
        .toList());
    json.put("slack", slack);
    json.put("publicValue", Transcript.map("kind", publicKind, "source", publicSource));
    if (planned != null) {
      json.put("planned", planned);
    }
    byte[] bytes = (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
    BrokenRules rules = new BrokenRules();
    parse(bytes, rules);
    rules.requireNone();
    return bytes;
  }

  private static Map<String, Integer> sorted(Map<String, Integer> labels) {
    Map<String, Integer> sorted = new TreeMap<>(Lines.BYTE_ORDER);
    sorted.putAll(labels);
    return sorted;
  }

  /** Teams in the order of department id, in which they are picked. */
  List<Team> teamsInOrder() {
    return teams.stream().sorted((a, b) -> Lines.BYTE_ORDER.compare(a.department(), b.department())).toList();
  }

  int stratum(String code) {
    for (int i = 0; i < strata.size(); i++) {
      if (strata.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }
}
