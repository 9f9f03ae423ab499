package cn.jointinspection.staff;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
  private final boolean rehearsal;

  Desk(Actors actors, Clock clock, ObjectProvider<StaffPage> pages, Environment environment) {
    this.actors = actors;
    this.clock = clock;
    this.pages = pages;
    this.rehearsal = environment.acceptsProfiles(Profiles.of("rehearsal"));
  }

  public Actor actor() {
    return actors.current();
  }

  /** The pages the signed-in person finds of use. */
  public List<StaffPage> pages() {
    Actor actor = actor();
    return pages.stream().filter(page -> page.isFor(actor)).sorted(Comparator.comparingInt(StaffPage::position)).toList();
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
