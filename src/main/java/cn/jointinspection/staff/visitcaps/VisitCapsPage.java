package cn.jointinspection.staff.visitcaps;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.registry.VisitCaps;
import cn.jointinspection.registry.Visits;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 年度频次上限: all staff see which firms have had their visits; the office sets how many they may have. */
@Controller
class VisitCapsPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/visit-caps";

  private static final int PAGE_SIZE = 50;

  private final Actors actors;
  private final VisitCaps caps;
  private final Visits visits;
  private final Clock clock;

  VisitCapsPage(Actors actors, VisitCaps caps, Visits visits, Clock clock) {
    this.actors = actors;
    this.caps = caps;
    this.visits = visits;
    this.clock = clock;
  }

  /** @param category whose firms; null or empty for all that have a cap */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(required = false) String category,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
      Model model) {
    int year = LocalDate.now(clock).getYear();
    String asked = category == null || category.isBlank() ? null : category;
    boolean office = actors.current().in(Groups.OFFICE);
    model.addAttribute("office", office);
    model.addAttribute("year", year);
    model.addAttribute("caps", caps.all());
    model.addAttribute("categories", office ? caps.categories() : List.of());
    model.addAttribute("category", asked);
    model.addAttribute("firms", visits.near(year, asked, page, PAGE_SIZE));
    return "staff/visit-caps";
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "频次上限";
  }

  @Override
  public String description() {
    return "各类检查对象一年最多检查几次，哪些已接近或达到";
  }

  @Override
  public StaffSection section() {
    return StaffSection.RISK;
  }

  @Override
  public int position() {
    return 25;
  }
}
