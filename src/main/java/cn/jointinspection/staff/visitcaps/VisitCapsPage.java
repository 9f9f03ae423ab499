package cn.jointinspection.staff.visitcaps;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.registry.VisitCaps;
import cn.jointinspection.registry.Visits;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.registry.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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

  private static final String FILE = "接近或达到频次上限的检查对象";
  private static final List<String> HEADS = List.of("统一社会信用代码或注册号", "检查对象名称", "类别", "今年次数", "上限", "最近一次");
  private static final int PAGE_SIZE = 50;

  private final Actors actors;
  private final VisitCaps caps;
  private final Visits visits;
  private final Clock clock;
  private final TableDownload download;

  VisitCapsPage(Actors actors, VisitCaps caps, Visits visits, Clock clock, TableDownload download) {
    this.actors = actors;
    this.caps = caps;
    this.visits = visits;
    this.clock = clock;
    this.download = download;
  }

  /** @param category whose firms; null or empty for all that have a cap */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(required = false) String category,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
      Model model) {
    int year = LocalDate.now(clock).getYear();
    String asked = asked(category);
    boolean office = actors.current().in(Groups.OFFICE);
    model.addAttribute("office", office);
    model.addAttribute("year", year);
    model.addAttribute("caps", caps.all());
    model.addAttribute("categories", office ? caps.categories() : List.of());
    model.addAttribute("category", asked);
    model.addAttribute("firms", visits.near(year, asked, page, PAGE_SIZE));
    return "staff/visit-caps";
  }

  @GetMapping(PATH + "/export.xlsx")
  void xlsx(@RequestParam(required = false) String category, HttpServletResponse response) throws IOException {
    download.xlsx(FILE, response, near(category));
  }

  @GetMapping(PATH + "/export.csv")
  void csv(@RequestParam(required = false) String category, HttpServletResponse response) throws IOException {
    download.csv(FILE, response, near(category));
  }

  private TableDownload.Rows near(String category) {
    int year = LocalDate.now(clock).getYear();
    return TableDownload.list(HEADS, (page, size) -> visits.near(year, asked(category), page, size),
        firm -> Arrays.asList(firm.objectNo(), firm.name(), firm.category(), String.valueOf(firm.visits()),
            String.valueOf(firm.most()), firm.last()));
  }

  private static String asked(String category) {
    return category == null || category.isBlank() ? null : category;
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
