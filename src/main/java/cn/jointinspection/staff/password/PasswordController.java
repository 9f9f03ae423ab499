package cn.jointinspection.staff.password;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.OneTimePasswords;
import cn.jointinspection.staff.Desk;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page sends on which a person changes his password. */
@RestController
@RequestMapping(PasswordPage.PATH)
class PasswordController {

  private final Actors actors;
  private final OneTimePasswords passwords;

  PasswordController(Actors actors, OneTimePasswords passwords) {
    this.actors = actors;
    this.passwords = passwords;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  /** @param again the new one once more */
  record Change(String present, String fresh, String again) {}

  @PostMapping
  Next change(@RequestBody Change change) {
    passwords.change(change.present(), change.fresh(), change.again(), actors.current());
    return new Next(Desk.PATH);
  }
}
