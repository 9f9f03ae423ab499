package cn.jointinspection.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of a department's list from one version to the next, a sentence for each thing. */
public final class MatterDifference {

  private static final Map<String, Function<Matter, String>> FIELDS = fields();

  private MatterDifference() {}

  /** In the order of the later version; what left the list comes last. */
  public static List<String> between(List<Matter> before, List<Matter> after) {
    Map<Long, Matter> old = before.stream().collect(Collectors.toMap(Matter::id, Function.identity()));
    List<String> words = new ArrayList<>();
    for (Matter matter : after) {
      Matter was = old.remove(matter.id());
      if (was == null) {
        words.add("列入“" + matter.name() + "”" + (matter.points().isEmpty() ? ""
            : "，检查要点 " + matter.points().size() + " 条"));
      } else {
        compare(was, matter, words);
      }
    }
    before.stream().filter(matter -> old.containsKey(matter.id()))
        .forEach(gone -> words.add("停用“" + gone.name() + "”"));
    return words;
  }

  private static void compare(Matter was, Matter now, List<String> words) {
    String of = "“" + now.name() + "”";
    FIELDS.forEach((name, field) -> changed(of + "的" + name, field.apply(was), field.apply(now), words));
    Map<Long, CheckPoint> old = was.points().stream().collect(Collectors.toMap(CheckPoint::id, Function.identity()));
    for (CheckPoint point : now.points()) {
      CheckPoint before = old.remove(point.id());
      String name = of + "的检查要点“" + point.text() + "”";
      if (before == null) {
        words.add("增加" + name);
      } else {
        changed(name + "的序号", String.valueOf(before.position()), String.valueOf(point.position()), words);
        changed(name + "的依据", before.basis(), point.basis(), words);
        changed(name + "的回答方式", before.answerWords(), point.answerWords(), words);
      }
    }
    was.points().stream().filter(point -> old.containsKey(point.id()))
        .forEach(gone -> words.add("停用" + of + "的检查要点“" + gone.text() + "”"));
  }

  private static void changed(String what, String before, String now, List<String> words) {
    if (!Objects.equals(before, now)) {
      words.add(what + (before == null ? "写明为“" + now + "”"
          : now == null ? "“" + before + "”删去" : "由“" + before + "”改为“" + now + "”"));
    }
  }

  private static Map<String, Function<Matter, String>> fields() {
    Map<String, Function<Matter, String>> fields = new LinkedHashMap<>();
    fields.put(MatterRows.CATEGORY, Matter::category);
    fields.put(MatterRows.OBJECTS, Matter::objects);
    fields.put(MatterRows.BASIS, Matter::basis);
    fields.put(MatterRows.METHODS, Matter::methods);
    fields.put(MatterRows.RATIO, Matter::ratio);
    fields.put(MatterRows.FREQUENCY, Matter::frequency);
    return fields;
  }
}
