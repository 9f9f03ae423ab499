package cn.jointinspection.staff.people;

import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.PersonChange;
import cn.jointinspection.registry.Roster;
import cn.jointinspection.registry.RosterUploads;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a roster file would change, before it is stored. */
@Controller
class RosterImportPage {

  static final String PATH = PeoplePage.PATH + "/imports";

  private static final int PAGE_SIZE = 100;

  private final PeopleRights rights;
  private final RosterUploads uploads;
  private final Departments departments;

  RosterImportPage(PeopleRights rights, RosterUploads uploads, Departments departments) {
    this.rights = rights;
    this.uploads = uploads;
    this.departments = departments;
  }

  /** A change in words. @param kind 新增, 修改 or 返岗 @param what what will stand, or what changes */
  record Line(String kind, String name, String department, String account, String what) {}

  @GetMapping(value = PATH + "/{id}", produces = MediaType.TEXT_HTML_VALUE)
  String page(@PathVariable long id, @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page, Model model) {
    rights.keeper();
    RosterUploads.Upload upload = uploads.get(id);
    model.addAttribute("upload", upload);
    if (!upload.taken()) {
      Roster roster = uploads.read(upload);
      List<Line> shown = roster.changes().stream().skip(Page.offset(page, PAGE_SIZE)).limit(PAGE_SIZE).map(this::line)
          .toList();
      model.addAttribute("roster", roster);
      model.addAttribute("lines", new Page<>(shown, page, PAGE_SIZE, roster.changes().size()));
    }
    return "staff/roster-import";
  }

  private Line line(PersonChange change) {
    Person now = change.now();
    String kind = change.isNew() ? "新增" : change.before().inForce() ? "修改" : "返岗";
    return new Line(kind, now.name(), departments.byCode(now.department()).name(), now.account(),
        change.isNew() ? newEntry(now) : difference(change.before(), now));
  }

  private static String newEntry(Person now) {
    return now.rolesText() + (now.certificateNo() == null ? "" : "，执法证号 " + now.certificateNo())
        + (now.email() == null ? "" : "，" + now.email());
  }

  private static String difference(Person before, Person now) {
    List<String> what = new ArrayList<>();
    compare("姓名", before.name(), now.name(), what);
    compare("角色", before.rolesText(), now.rolesText(), what);
    compare("执法证号", before.certificateNo(), now.certificateNo(), what);
    compare("电子邮箱", before.email(), now.email(), what);
    return String.join("；", what);
  }

  private static void compare(String column, String before, String now, List<String> what) {
    if (!Objects.equals(before, now)) {
      what.add(column + "：" + (before == null ? "（无）" : before) + " → " + (now == null ? "（无）" : now));
    }
  }
}
