package cn.jointinspection.publicsite;

import cn.jointinspection.plan.AnnualPlan;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan in force, for everybody to read (二: 向社会公示). Drafts are never shown. */
@Controller
class PlanPage {

  private final AnnualPlans plans;
  private final PlanLines lines;
  private final Departments departments;
  private final Clock clock;

  PlanPage(AnnualPlans plans, PlanLines lines, Departments departments, Clock clock) {
    this.plans = plans;
    this.lines = lines;
    this.departments = departments;
    this.clock = clock;
  }

  @GetMapping("/plan")
  String plan(
      @RequestParam(required = false) @Min(2000) @Max(2200) Integer year,
      @RequestParam(defaultValue = "") @Size(max = 20) String department,
      Model model) {
    int shown = year == null ? LocalDate.now(clock).getYear() : year;
    AnnualPlan plan = plans.published(shown).orElse(null);
    model.addAttribute("year", shown);
    model.addAttribute("plan", plan);
    model.addAttribute("department", department);
    model.addAttribute("departments",
        departments.all().stream().filter(d -> d.kind() == DepartmentKind.DEPARTMENT).toList());
    List<PlanLine> shownLines = plan == null ? List.of() : lines.of(plan, department);
    model.addAttribute("lines", shownLines);
    model.addAttribute("adjusted", shownLines.stream().filter(line -> !line.adjustments().isEmpty()).count());
    return "public/plan";
  }
}
