package cn.jointinspection.publicsite;

import cn.jointinspection.plan.AnnualPlan;
import cn.jointinspection.plan.AnnualPlans;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The plan in force with its filed changes, for machines (二: 向社会公示). */
@RestController
class PlanApi {

  private final AnnualPlans plans;
  private final PlanLines lines;

  PlanApi(AnnualPlans plans, PlanLines lines) {
    this.plans = plans;
    this.lines = lines;
  }

  /** @param documentNo 文号; null when the plan has none */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Plan(int year, String title, String documentNo, String division, List<PlanLine> items) {}

  @GetMapping("/public/api/plan")
  Plan plan(@RequestParam @Min(2000) @Max(2200) int year) {
    AnnualPlan plan = plans.published(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new Plan(plan.year(), plan.title(), plan.documentNo(), plan.divisionName(), lines.of(plan, ""));
  }
}
