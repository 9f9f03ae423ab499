package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits.Base;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which dates exist when a step begins, so that a limit can be counted from them. */
public final class Facts {

  private static final Set<Base> ALWAYS = EnumSet.of(Base.NOW, Base.CALENDAR_DAYS, Base.YEAR_END);
  private static final Set<Base> PLANNED = EnumSet.of(Base.NOW, Base.CALENDAR_DAYS, Base.YEAR_END, Base.WINDOW_END);
  private static final Set<Base> SCHEMED =
      EnumSet.of(Base.NOW, Base.CALENDAR_DAYS, Base.YEAR_END, Base.WINDOW_END, Base.CHECK_END);
  private static final Map<String, Set<Base>> BY_STEP = new HashMap<>();

  static {
    BY_STEP.put("launch", PLANNED);
    for (String step : new String[] {"cosign", "coordinate", "contribute", "publicValue", "shortfall", "accept", "notice",
        "check", "decideRecusal", "substitution", "complete", "referralReceive", "referralHandle", "referralOther"}) {
      BY_STEP.put(step, SCHEMED);
    }
    for (String step : new String[] {"enter", "review", "publish"}) {
      BY_STEP.put(step, EnumSet.allOf(Base.class));
    }
  }

  private Facts() {}

  /** Whether the step's limit may be counted from there. */
  static boolean allow(String step, Base base) {
    return of(step).contains(base);
  }

  /** What the step's limit may be counted from. */
  public static Set<Base> of(String step) {
    return BY_STEP.getOrDefault(step, ALWAYS);
  }
}
