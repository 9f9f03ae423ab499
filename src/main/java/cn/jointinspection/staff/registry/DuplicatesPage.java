package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.Duplicates;
import cn.jointinspection.registry.Duplicates.Pair;
import cn.jointinspection.registry.Duplicates.Why;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.RegistryEdits;
import cn.jointinspection.staff.StaffRefused.NotYourRegistry;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Entries that may be one object (疑似重复), for those who keep the registries: merge them, or say that they are two. */
@Controller
class DuplicatesPage {

  static final String PATH = ObjectsPage.PATH + "/duplicates";

  private static final int PAGE_SIZE = 20;
  private static final int MOST_PAGES = 1_000_000;

  private final Duplicates duplicates;
  private final RegistryEdits edits;
  private final RegistryChangeDesk desk;
  private final Actors actors;

  DuplicatesPage(Duplicates duplicates, RegistryEdits edits, RegistryChangeDesk desk, Actors actors) {
    this.duplicates = duplicates;
    this.edits = edits;
    this.desk = desk;
    this.actors = actors;
  }

  /** @param keepHref of the form that merges the other entry into this one */
  record Side(InspectionObject object, String keepHref) {}

  record Row(List<Side> sides, List<String> why) {}

  /** What the page sends. */
  record Mark(String first, String second, String reason) {}

  /** Where the page goes next. */
  record Next(String location) {}

  /** @param marked page of those that were found to be two objects */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int page,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int marked,
      Model model) {
    requireKeeper();
    model.addAttribute("found", duplicates.find(page, PAGE_SIZE).map(this::row));
    model.addAttribute("distinct", duplicates.distinct(marked, PAGE_SIZE));
    return "staff/duplicates";
  }

  @PostMapping(PATH)
  @ResponseBody
  Next mark(@RequestBody Mark mark) {
    requireKeeper();
    duplicates.markDistinct(mark.first(), mark.second(), mark.reason(), actors.current());
    return new Next(PATH);
  }

  private Row row(Pair pair) {
    return new Row(List.of(side(pair.first(), pair.second()), side(pair.second(), pair.first())),
        pair.why().stream().map(Why::text).toList());
  }

  private Side side(InspectionObject kept, InspectionObject merged) {
    List<String> heads = edits.heads(ChangeKind.MERGES);
    return new Side(kept, new FilterAddress().with("kind", ChangeKind.MERGES).with(heads.get(0), merged.objectNo())
        .with(heads.get(1), kept.objectNo()).at(StaffAddresses.REGISTRY_EDIT));
  }

  private void requireKeeper() {
    if (desk.keeps().isEmpty()) {
      throw new NotYourRegistry();
    }
  }
}
