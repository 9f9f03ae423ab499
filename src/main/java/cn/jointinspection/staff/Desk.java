package cn.jointinspection.staff;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Here;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What every staff page shows around its own content; templates read it as {@code @desk}. */
@Component("desk")
public class Desk {

  public static final String PATH = "/camunda/api/staff/desk";

  private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE HH:mm", Locale.CHINA);

  private final Actors actors;
  private final Clock clock;
  private final ObjectProvider<StaffPage> pages;
  private final Here here;
  private final boolean rehearsal;

  Desk(Actors actors, Clock clock, ObjectProvider<StaffPage> pages, Here here, Environment environment) {
    this.actors = actors;
    this.clock = clock;
    this.pages = pages;
    this.here = here;
    this.rehearsal = environment.acceptsProfiles(Profiles.of("rehearsal"));
  }

  public Actor actor() {
    return actors.current();
  }

  /** The pages the signed-in person finds of use, by section; the first section is there for the web apps alone, too. */
  public Map<StaffSection, List<StaffPage>> sections() {
    Actor actor = actor();
    Map<StaffSection, List<StaffPage>> sections = new EnumMap<>(StaffSection.class);
    sections.put(StaffSection.WORK, new ArrayList<>());
    pages.stream().filter(page -> page.isFor(actor)).sorted(Comparator.comparingInt(StaffPage::position))
        .forEach(page -> sections.computeIfAbsent(page.section(), none -> new ArrayList<>()).add(page));
    return sections;
  }

  /** The pages of the section to which the shown page belongs; empty where it belongs to none, as the desk itself. */
  public List<StaffPage> beside() {
    return sections().values().stream()
        .filter(section -> section.stream().anyMatch(page -> here.mark(page.href()) != null))
        .findFirst().orElse(List.of());
  }

  /** Where the list of pages is. */
  public String home() {
    return PATH;
  }

  /** Local time, Asia/Shanghai, in words; in a rehearsal the rehearsal's. */
  public String now() {
    return NOW.format(LocalDateTime.now(clock));
  }

  public boolean rehearsal() {
    return rehearsal;
  }
}
