package cn.jointinspection.staff.password;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused.PasswordToBeChanged;
import cn.jointinspection.engine.identity.NewPassword;
import cn.jointinspection.engine.identity.SignInGate;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a person changes his password; the only page for whoever signed in with a one-time password. */
@Controller
class PasswordPage implements StaffPage {

  static final String PATH = StaffAddresses.PASSWORD;

  private final Actors actors;
  private final SignInGate gate;

  PasswordPage(Actors actors, SignInGate gate) {
    this.actors = actors;
    this.gate = gate;
  }

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(Model model) {
    Actor actor = actors.current();
    model.addAttribute("person", actor);
    model.addAttribute("first", gate.refusal(actor.userId()).filter(PasswordToBeChanged.class::isInstance).isPresent());
    model.addAttribute("policy", NewPassword.POLICY);
    return "staff/password";
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "修改口令";
  }

  @Override
  public String description() {
    return "更换本人的登录口令";
  }

  @Override
  public StaffSection section() {
    return StaffSection.OWN;
  }

  @Override
  public int position() {
    return 95;
  }
}
