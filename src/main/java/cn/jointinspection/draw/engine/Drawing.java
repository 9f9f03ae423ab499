package cn.jointinspection.draw.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Freezes and draws (draw-spec 2 to 6); {@link Drawn} adds events. It keeps the lists, but not the files' bytes. */
public final class Drawing {

  private final Map<String, String> hashes;
  private final FrozenLists lists;
  private final String prev;
  private final String freeze;

  /**
   * Reads and checks the five files.
   *
   * @param prev freeze of the authority's previous draw, or 64 zeros
   * @throws Malformed if a file is not of the form; {@link ListRuleBroken} if it breaks a rule of the lists
   */
  public Drawing(DrawFiles files, String prev) {
    this(files, new FrozenLists(files), prev);
  }

  Drawing(DrawFiles files, FrozenLists lists, String prev) {
    lists.rules.requireNone();
    if (!Members.isHex64(prev)) {
      throw new Malformed("prev", 0, "应为 64 位小写十六进制数");
    }
    this.hashes = files.hashes();
    this.lists = lists;
    this.prev = prev;
    this.freeze = freeze(lists.params.drawId(), files, prev);
  }

  static String freeze(String drawId, DrawFiles files, String prev) {
    List<String> lines = new ArrayList<>(List.of("freeze", drawId));
    files.hashes().forEach((name, hash) -> lines.add(name + "=" + hash));
    lines.add("prev=" + prev);
    return Hash.of(lines.toArray(String[]::new));
  }

  public String freeze() {
    return freeze;
  }

  public DrawParams params() {
    return lists.params;
  }

  FrozenLists lists() {
    return lists;
  }

  /** Number of candidates by stratum code, in rising risk. */
  public Map<String, Integer> candidatesByStratum() {
    return byStratum(lists.sizes());
  }

  private Map<String, Integer> byStratum(int[] numbers) {
    Map<String, Integer> byStratum = new LinkedHashMap<>();
    for (int s = 0; s < numbers.length; s++) {
      byStratum.put(lists.params.strata().get(s).code(), numbers[s]);
    }
    return byStratum;
  }

  /**
   * Draws.
   *
   * @param contributions nonces of those departments that contributed; the others are missing
   * @param publicValue a line from the source that the parameters name; {@code none} with kind {@code none}
   * @throws Malformed if a nonce or the value is not of the form, or too few contributed
   */
  public Transcript draw(Map<String, String> contributions, String publicValue) {
    Map<String, String> all = contributions(contributions);
    String seed = seed(all, publicValue);
    int[] allocation = Allocation.allocate(lists.params, lists.sizes());
    List<Transcript.Selected> selected = new ArrayList<>();
    for (Tickets.Ticket ticket : new Tickets(seed, lists.candidates).select(allocation)) {
      selected.add(selected(ticket));
    }
    List<Transcript.Shortfall> shortfalls = new ArrayList<>();
    TeamPicker picker = new TeamPicker(lists, TeamPicker.loadsBefore(lists));
    Map<String, Map<String, List<String>>> teams = new LinkedHashMap<>();
    selected.forEach(object -> teams.put(object.id(), picker.teams(seed, object.id(), shortfalls)));
    return new Transcript(lists.params.drawId(), new Transcript.Frozen(prev, hashes, freeze), all,
        new Transcript.PublicValue(lists.params.publicKind(), lists.params.publicSource(), publicValue), seed,
        byStratum(allocation), List.copyOf(selected), teams,
        List.copyOf(shortfalls), List.of());
  }

  private Transcript.Selected selected(Tickets.Ticket ticket) {
    return new Transcript.Selected(lists.candidates.id(ticket.index()),
        lists.params.strata().get(lists.candidates.number(ticket.index())).code(), ticket.hex());
  }

  private Map<String, String> contributions(Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(Lines.BYTE_ORDER);
    lists.params.departments().forEach(department -> all.put(department, Transcript.MISSING));
    given.forEach((department, nonce) -> {
      if (!all.containsKey(department)) {
        throw new Malformed("contributions", 0, "部门 " + department + " 不参加本次抽取");
      }
      if (!nonce.equals(Transcript.MISSING) && !Members.isHex64(nonce)) {
        throw new Malformed("contributions", 0, "部门 " + department + " 的随机数应为 64 位小写十六进制数");
      }
      all.put(department, nonce);
    });
    return all;
  }

  /** The seed (draw-spec 3). */
  private String seed(Map<String, String> contributions, String publicValue) {
    Lines.require(publicValue, "publicValue", 0, "公开随机值");
    String kind = lists.params.publicKind();
    if (kind.equals("none")) {
      long contributed = contributions.values().stream().filter(nonce -> !nonce.equals(Transcript.MISSING)).count();
      if (!publicValue.equals("none")) {
        throw new Malformed("publicValue", 0, "不使用公开随机值时，值应为 none");
      }
      if (contributed < 2) {
        throw new Malformed("contributions", 0, "不使用公开随机值时，至少两个部门须提交随机数，实有 " + contributed + " 个");
      }
    }
    List<String> lines = new ArrayList<>(List.of("seed", freeze));
    contributions.forEach((department, nonce) -> lines.add("department:" + department + "=" + nonce));
    lines.add("public:" + kind + ":" + lists.params.publicSource() + "=" + publicValue);
    return Hash.of(lines.toArray(String[]::new));
  }
}
