package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.TableRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Invents the objects of a county: how many of each kind stands in {@code sample/objects.csv}. */
final class SampleObjects {

  private static final long SEED = 140826;
  private static final int MOST_OF_A_KIND = 2_000;
  private static final String FIRST = "安昌诚春德东丰福富广海和恒宏华惠佳嘉金锦康乐隆美民明宁鹏庆瑞盛泰";
  private static final String SECOND = "安昌成城达德发丰福贵和恒宏华辉江康乐利林隆茂民平祥新兴旺源远运泽";
  private static final List<String> TOWNS = List.of("示例镇", "示例东镇", "示例南镇", "示例西乡", "示例北乡");
  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private final String division;
  private final Map<String, List<ObjectDraft>> ownOfKind = new HashMap<>();
  private final Map<String, ObjectDraft> objects = new LinkedHashMap<>();
  private final Map<String, Set<String>> scopes = new HashMap<>();

  SampleObjects(String division) {
    this.division = division;
  }

  /**
   * @param shared how many objects of another kind also belong to this scope, by the other's key
   * @param code first two characters of the credit code, empty where objects of the kind never have one
   * @param number start of the registration numbers
   * @param coded per cent of the objects that have a credit code
   */
  private record Kind(int index, String key, String scope, int own, Map<String, Integer> shared, String category,
      List<String> stems, String code, String number, int coded) {}

  /** All objects with their scopes; scopes among these that the table does not know get twenty firms each. */
  List<ObjectDraft> county(Collection<String> scopesOfPlan) {
    List<Kind> kinds = new ArrayList<>();
    for (TableRow row : SampleTable.rows("sample/objects.csv", "key", "scope", "own", "shared", "stems")) {
      kinds.add(kind(kinds.size(), row));
    }
    scopesOfPlan.stream().distinct().filter(scope -> kinds.stream().noneMatch(kind -> kind.scope().equals(scope)))
        .toList().forEach(scope -> kinds.add(new Kind(kinds.size(), scope, scope, 20, Map.of(), "企业",
            List.of("商店", "公司"), "91", "QT" + kinds.size() + "-", 100)));
    kinds.forEach(this::invent);
    kinds.forEach(this::share);
    return objects.values().stream().map(o -> new ObjectDraft(o.objectNo(), o.name(), o.creditCode(),
        o.registrationNo(), o.category(), o.address(), o.contact(), o.riskClass(), o.status(),
        scopes.get(o.objectNo()))).toList();
  }

  private static Kind kind(int index, TableRow row) {
    Map<String, Integer> shared = new LinkedHashMap<>();
    CellChecks.parts(row.text("shared"), ";").forEach(part ->
        shared.put(part.substring(0, part.indexOf(':')), Integer.parseInt(part.substring(part.indexOf(':') + 1))));
    return new Kind(index, row.text("key"), row.text("scope"), Integer.parseInt(row.text("own")), shared,
        row.text("category"), CellChecks.parts(row.text("stems"), "\\|"), row.text("code"), row.text("number"),
        Integer.parseInt(row.text("coded")));
  }

  /** Each kind has a source of chance of its own, so that a new kind changes no other. */
  private void invent(Kind kind) {
    Random random = new Random(SEED + kind.key().hashCode());
    List<String> words = words(random);
    List<ObjectDraft> own = new ArrayList<>();
    for (int i = 0; i < kind.own(); i++) {
      int serial = kind.index() * MOST_OF_A_KIND + i + 1;
      String code = random.nextInt(100) < kind.coded() ? creditCode(kind.code(), serial, random) : null;
      String number = code != null ? null : registrationNo(kind, serial, i + 1);
      String name = "示例" + words.get(i % words.size()) + kind.stems().get(random.nextInt(kind.stems().size()));
      String address = TOWNS.get(random.nextInt(TOWNS.size())) + "示例路" + (1 + random.nextInt(200)) + "号";
      ObjectDraft object = new ObjectDraft(code != null ? code : division + ":" + number, name, code, number,
          kind.category(), address, null, riskClass(kind, random), status(kind, random), Set.of());
      own.add(object);
      objects.put(object.objectNo(), object);
      scopes.computeIfAbsent(object.objectNo(), o -> new LinkedHashSet<>()).add(kind.scope());
    }
    ownOfKind.put(kind.key(), own);
  }

  private void share(Kind kind) {
    kind.shared().forEach((key, count) -> ownOfKind.get(key).subList(0, count)
        .forEach(object -> scopes.get(object.objectNo()).add(kind.scope())));
  }

  private static List<String> words(Random random) {
    List<String> words = new ArrayList<>();
    for (char first : FIRST.toCharArray()) {
      for (char second : SECOND.toCharArray()) {
        words.add("" + first + second);
      }
    }
    Collections.shuffle(words, random);
    return words;
  }

  /** Firms are nearly all rated; what has no firm's credit record mostly is not. */
  private static RiskClass riskClass(Kind kind, Random random) {
    if (random.nextInt(100) < (kind.code().startsWith("9") ? 4 : 40)) {
      return null;
    }
    int chance = random.nextInt(100);
    return chance < 65 ? RiskClass.A : chance < 90 ? RiskClass.B : chance < 98 ? RiskClass.C : RiskClass.D;
  }

  private static ObjectStatus status(Kind kind, Random random) {
    int chance = kind.own() < 10 ? 1_000 : random.nextInt(1_000);
    return chance < 20 ? ObjectStatus.DEREGISTERED : chance < 28 ? ObjectStatus.REVOKED
        : chance < 30 ? ObjectStatus.CANCELLED : chance < 35 ? ObjectStatus.MOVED_OUT : ObjectStatus.IN_FORCE;
  }

  /** Every other firm without a code still has its old number of 15 digits. */
  private String registrationNo(Kind kind, int serial, int ordinal) {
    return kind.code().startsWith("9") && ordinal % 2 == 0
        ? division + "600%06d".formatted(serial) : kind.number() + "%04d".formatted(ordinal);
  }

  /** Organisation codes from YL on are not issued, so no real firm's code comes out; one in a hundred is wrong. */
  private String creditCode(String start, int serial, Random random) {
    String organisation = "YL%06d".formatted(serial);
    String first17 = start + division + organisation + organisationCheck(organisation);
    char check = CreditCode.checkCharacter(first17);
    return first17 + (random.nextInt(100) > 0 ? check : check == '0' ? '1' : '0');
  }

  /** GB 11714: 11 - weighted sum mod 11, where 10 is X and 11 is 0. */
  private static char organisationCheck(String organisation) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += LETTERS.indexOf(organisation.charAt(i)) * ORGANISATION_WEIGHTS[i];
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }
}
