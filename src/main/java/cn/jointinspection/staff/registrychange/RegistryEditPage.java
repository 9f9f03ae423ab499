package cn.jointinspection.staff.registrychange;

import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.RegistryEdits;
import cn.jointinspection.registry.intake.RegistryEdits.Field;
import cn.jointinspection.registry.intake.RegistryEdits.Form;
import cn.jointinspection.staff.StaffRefused.NotYourRegistry;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One entry of a list as a form: changed or added on a page, it becomes a proposal as a file does. */
@Controller
class RegistryEditPage {

  private static final String DEPARTMENT = "部门";

  private final RegistryEdits edits;
  private final RegistryChangeDesk desk;
  private final Inspectors inspectors;
  private final Departments departments;

  RegistryEditPage(RegistryEdits edits, RegistryChangeDesk desk, Inspectors inspectors, Departments departments) {
    this.edits = edits;
    this.desk = desk;
    this.inspectors = inspectors;
    this.departments = departments;
  }

  /**
   * @param no key of the entry; none for a new one
   * @param given values that a new one begins with, by head of the column
   * @throws NotYourRegistry if the person keeps no list at all
   */
  @GetMapping(value = StaffAddresses.REGISTRY_EDIT, produces = MediaType.TEXT_HTML_VALUE)
  String form(@RequestParam ChangeKind kind, @RequestParam(defaultValue = "") String no,
      @RequestParam Map<String, String> given, Model model) {
    List<Department> keeps = desk.keeps().stream().map(departments::byCode).toList();
    if (keeps.isEmpty()) {
      throw new NotYourRegistry();
    }
    if (kind == ChangeKind.RECUSALS && !no.isEmpty()) {
      mustKnow(no);
    }
    Form form = edits.form(kind, no.isEmpty() ? null : no, given);
    model.addAttribute("kind", kind);
    model.addAttribute("no", no);
    model.addAttribute("form", form);
    model.addAttribute("entry", form.fields().get(0).value());
    model.addAttribute("departments", keeps);
    model.addAttribute("own", own(form, keeps));
    model.addAttribute("owner", no.isEmpty() ? null : edits.departmentOf(kind, no));
    return "staff/registry-edit";
  }

  /** The form of a recusal says why: it opens for those alone who keep the inspector's list (三). */
  private void mustKnow(String key) {
    String department = inspectors.find(key.substring(0, Math.max(0, key.indexOf('|')))).map(Inspector::department).orElse(null);
    if (!desk.keeps().contains(department)) {
      throw new NotYourRegistry();
    }
  }

  /** Code of the department whose entry it is, where the list says so. */
  private static String own(Form form, List<Department> keeps) {
    List<String> named = form.fields().stream().filter(field -> field.head().equals(DEPARTMENT)).map(Field::value).toList();
    return keeps.stream().filter(department -> named.contains(department.name())).map(Department::code).findFirst()
        .orElse(null);
  }
}
