package cn.jointinspection.staff.calendarfeed;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.StaffRefused.OnlyTheDepartmentSharesItsCalendar;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where a department's staff make, renew and revoke the secret address of its calendar. */
@Controller
class CalendarFeedPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/calendar-feeds";

  private final Actors actors;
  private final Departments departments;
  private final CalendarFeeds feeds;
  private final String publicUrl;

  CalendarFeedPage(Actors actors, Departments departments, CalendarFeeds feeds,
      @Value("${joint-inspection.public-url}") String publicUrl) {
    this.actors = actors;
    this.departments = departments;
    this.feeds = feeds;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /** @param feed null where the department has no address */
  record Row(String code, String name, CalendarFeeds.Feed feed) {}

  /** @param address shown this once */
  record Made(String address) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(Model model) {
    var made = feeds.all();
    model.addAttribute("rows", mine(actors.current()).stream()
        .map(one -> new Row(one.code(), one.name(), made.get(one.code()))).toList());
    return "staff/calendar-feeds";
  }

  @PostMapping(PATH + "/{department}")
  @ResponseBody
  Made renew(@PathVariable String department) {
    Actor actor = memberOf(department);
    return new Made(publicUrl + "/calendar/" + department + "/" + feeds.renew(department, actor) + ".ics");
  }

  @DeleteMapping(PATH + "/{department}")
  @ResponseBody
  Made revoke(@PathVariable String department) {
    memberOf(department);
    feeds.revoke(department);
    return new Made(null);
  }

  private Actor memberOf(String department) {
    Actor actor = actors.current();
    if (mine(actor).stream().noneMatch(one -> one.code().equals(department))) {
      throw new OnlyTheDepartmentSharesItsCalendar();
    }
    return actor;
  }

  private List<Department> mine(Actor actor) {
    return departments.all().stream().filter(one -> actor.in(one.code())).toList();
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "日历订阅";
  }

  @Override
  public String description() {
    return "在 Outlook、Thunderbird 或手机日历中看本部门的期限和检查期间";
  }

  @Override
  public StaffSection section() {
    return StaffSection.OWN;
  }

  @Override
  public int position() {
    return 70;
  }

  @Override
  public boolean isFor(Actor actor) {
    return !mine(actor).isEmpty();
  }
}
