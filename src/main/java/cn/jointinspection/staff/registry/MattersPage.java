package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.MatterLists;
import cn.jointinspection.registry.MatterRows;
import cn.jointinspection.registry.intake.MatterVersion;
import cn.jointinspection.registry.intake.MatterVersions;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 抽查事项清单 of one department for staff: what is in force, who changed it, and files that come in again unchanged. */
@Controller
class MattersPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/matters";

  private static final String FILE = "随机抽查事项清单";

  private final MatterLists lists;
  private final MatterVersions versions;
  private final Departments departments;
  private final RegistryChangeDesk desk;
  private final TableDownload download;
  private final Actors actors;

  MattersPage(MatterLists lists, MatterVersions versions, Departments departments, RegistryChangeDesk desk,
      TableDownload download, Actors actors) {
    this.lists = lists;
    this.versions = versions;
    this.departments = departments;
    this.desk = desk;
    this.download = download;
    this.actors = actors;
  }

  /** A version as the page lists it. @param address of its change; null for whoever may not see that */
  record Row(MatterVersion version, String address) {}

  /** @param department code; empty for the person's own */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String list(@RequestParam(defaultValue = "") @Size(max = 20) String department, Model model) {
    Department shown = shown(department);
    boolean keeps = desk.keeps().contains(shown.code());
    boolean follows = keeps || actors.current().in(Bodies.OFFICE) || actors.current().in(Bodies.DISCIPLINE);
    model.addAttribute("departments", inspecting());
    model.addAttribute("shown", shown);
    model.addAttribute("keeps", keeps);
    model.addAttribute("matters", lists.of(shown.code()));
    model.addAttribute("versions", versions.of(shown.code()).stream().map(version ->
        new Row(version, follows ? StaffAddresses.registryChange(version.change()) : null)).toList());
    return "staff/matters";
  }

  @GetMapping(PATH + "/export.xlsx")
  void xlsx(@RequestParam @Size(max = 20) String department, HttpServletResponse response) throws IOException {
    Department shown = shown(department);
    download.xlsx(shown.name() + FILE, response, table -> MatterRows.write(lists.of(shown.code()), table));
  }

  @GetMapping(PATH + "/export.csv")
  void csv(@RequestParam @Size(max = 20) String department, HttpServletResponse response) throws IOException {
    Department shown = shown(department);
    download.csv(shown.name() + FILE, response, table -> MatterRows.write(lists.of(shown.code()), table));
  }

  /** @throws cn.jointinspection.registry.RegistryRefused.UnknownDepartment if there is none with this code */
  private Department shown(String department) {
    if (!department.isEmpty()) {
      return departments.byCode(department);
    }
    Actor actor = actors.current();
    List<Department> all = inspecting();
    return all.stream().filter(one -> actor.in(one.code()) || actor.in(Bodies.reviewersOf(one.code()))).findFirst()
        .orElse(all.get(0));
  }

  private List<Department> inspecting() {
    return departments.all().stream().filter(one -> one.kind() == DepartmentKind.DEPARTMENT).toList();
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return FILE;
  }

  @Override
  public String description() {
    return "看各部门的抽查事项、检查要点和历次变更，导出表格";
  }

  @Override
  public StaffSection section() {
    return StaffSection.REGISTRIES;
  }

  @Override
  public int position() {
    return 19;
  }
}
