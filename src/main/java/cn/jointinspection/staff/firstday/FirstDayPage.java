package cn.jointinspection.staff.firstday;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.StaffRefused.OnlyThosePreparingSee;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 启用准备: what is still missing, in order, each with the page where it is done. */
@Controller
class FirstDayPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/first-day";

  private final FirstDay firstDay;
  private final Actors actors;

  FirstDayPage(FirstDay firstDay, Actors actors) {
    this.firstDay = firstDay;
    this.actors = actors;
  }

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(Model model) {
    if (!FirstDay.isFor(actors.current())) {
      throw new OnlyThosePreparingSee();
    }
    List<Step> steps = firstDay.steps();
    model.addAttribute("steps", steps);
    model.addAttribute("missing", steps.stream().filter(Step::missing).count());
    return "staff/first-day";
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "启用准备";
  }

  @Override
  public String description() {
    return "本县开始抽查前还缺什么，逐项到哪里去办";
  }

  @Override
  public StaffSection section() {
    return StaffSection.SETTINGS;
  }

  @Override
  public int position() {
    return 1;
  }

  @Override
  public boolean isFor(Actor actor) {
    return FirstDay.isFor(actor);
  }
}
