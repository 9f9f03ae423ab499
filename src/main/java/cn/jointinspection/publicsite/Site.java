package cn.jointinspection.publicsite;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What every public page shows around its own content; templates read it as {@code @site}. */
@Component("site")
class Site {

  private final boolean rehearsal;

  Site(Environment environment) {
    rehearsal = environment.acceptsProfiles(Profiles.of("rehearsal"));
  }

  /** Whether all data are invented for training (演练). */
  public boolean rehearsal() {
    return rehearsal;
  }
}
