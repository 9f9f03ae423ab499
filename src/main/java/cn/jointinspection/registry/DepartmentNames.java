package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What files call the bodies of the county: the printed names, the aliases that the office keeps, and both with the
 * county in front (县文旅局, 绛县文化和旅游局, 运城市生态环境局绛县分局). Widths, blanks and invisible characters make no
 * difference. The one place where a name becomes a department; nothing is guessed from parts of a name.
 */
public final class DepartmentNames {

  /** So much text between two separators may be names; what is longer is a text, and is not taken apart. */
  private static final int LONGEST_PART = 300;
  private static final int SHOWN = 60;

  private static final Pattern SEPARATORS = Pattern.compile("[、,;/|+&。]+");
  private static final Pattern CONNECTOR = Pattern.compile("以及|和|及|与");
  private static final Pattern BEFORE_NEXT = Pattern.compile("\\s*(?:" + CONNECTOR + ")?\\s*");

  private final Map<String, Set<Department>> known = new LinkedHashMap<>();
  private final Pattern county;
  private final Pattern party;
  private final Pattern branch;

  /**
   * @param aliases codes by alias
   * @param division name of the county, as 绛县; may stand before any name, as may its last character
   */
  public DepartmentNames(Collection<Department> departments, Map<String, String> aliases, String division) {
    Map<String, Department> byCode = departments.stream().collect(Collectors.toMap(Department::code, d -> d));
    departments.forEach(department -> learn(department.name(), department));
    aliases.forEach((alias, code) -> Optional.ofNullable(byCode.get(code)).ifPresent(known -> learn(alias, known)));
    String level = Pattern.quote(division.substring(division.length() - 1));
    String name = Pattern.quote(division);
    String front = "(?:中共|中国共产党)?(?:(?:\\p{IsHan}{2,8}省)?(?:\\p{IsHan}{2,8}市)?" + name + "|[本我]?" + level + ")";
    county = Pattern.compile(front + "(.+)");
    party = Pattern.compile(front + level + "?委(?:员会)?(.+)");
    branch = Pattern.compile("(?:\\p{IsHan}{2,8}?市|市)?(.+局)(?:" + name + "|" + level + ")分局");
  }

  /**
   * One name in a text.
   *
   * @param text as written, without blanks
   * @param candidates whom it may mean: none where it is unknown, several where it is not clear
   */
  public record Named(String text, List<Department> candidates) {

    public Named {
      candidates = List.copyOf(candidates);
    }

    /** The one whom it means; empty where nobody or more than one is meant. */
    public Optional<Department> department() {
      return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** Why it is nobody's name, in Chinese, as part of a sentence. */
    public String problem() {
      return candidates.isEmpty() ? "没有“" + text + "”" : candidates.stream().map(Department::name)
          .collect(Collectors.joining("或", "“" + text + "”不明确，可能是", ""));
    }

    /** Whether this is the printed name itself. */
    public boolean isPrinted() {
      return department().filter(department -> department.name().equals(text)).isPresent();
    }
  }

  /** Whom the whole text names. */
  public Named resolve(String text) {
    String name = CellText.compact(text);
    Set<Department> candidates = known.getOrDefault(name, Set.of());
    for (Pattern form : List.of(county, party, branch)) {
      if (candidates.isEmpty()) {
        Matcher matcher = form.matcher(name);
        candidates = matcher.matches() ? known.getOrDefault(matcher.group(1), Set.of()) : candidates;
      }
    }
    return new Named(name, List.copyOf(candidates));
  }

  /**
   * The names in a text, in order, divided by 、 ， ； ／, blanks and line breaks, or by 和, 及, 与. These words also
   * stand inside names, and a narrow cell breaks a name in two: the longest name counts, and a part is cut off only
   * where what remains reads as names too.
   */
  public List<Named> read(String text) {
    String half =
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "").replaceAll("\\p{Cntrl}", " ");
    return SEPARATORS.splitAsStream(half).map(String::strip).filter(part -> !part.isEmpty())
        .flatMap(part -> names(part).stream()).toList();
  }

  private void learn(String name, Department department) {
    known.computeIfAbsent(CellText.compact(name), key -> new LinkedHashSet<>()).add(department);
  }

  private List<Named> names(String part) {
    if (part.length() > LONGEST_PART) {
      return List.of(new Named(part.substring(0, SHOWN) + "……", List.of()));
    }
    Optional<List<Named>> cut = cut(part);
    if (cut.isPresent()) {
      return cut.get();
    }
    String[] words = part.split("\\s+");
    if (words.length > 1) {
      return Arrays.stream(words).flatMap(word -> names(word).stream()).toList();
    }
    List<Named> pieces = CONNECTOR.splitAsStream(part).filter(piece -> !piece.isEmpty()).map(this::resolve).toList();
    return pieces.stream().anyMatch(piece -> !piece.candidates().isEmpty()) ? pieces : List.of(resolve(part));
  }

  /** The part as a row of known names, the longest first; empty where something unknown is left over. */
  private Optional<List<Named>> cut(String part) {
    for (int end = part.length(); end > 0; end--) {
      Matcher next = BEFORE_NEXT.matcher(part).region(end, part.length());
      next.lookingAt();
      boolean last = end == part.length();
      if (last || next.end() > end) {
        Named first = resolve(part.substring(0, end));
        Optional<List<Named>> rest = first.candidates().isEmpty() ? Optional.empty()
            : last ? Optional.of(List.of()) : cut(part.substring(next.end()));
        if (rest.isPresent()) {
          List<Named> names = new ArrayList<>(List.of(first));
          names.addAll(rest.get());
          return Optional.of(names);
        }
      }
    }
    return Optional.empty();
  }
}
