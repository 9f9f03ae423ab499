package cn.jointinspection.publicsite;

import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 抽查事项清单 for people: the departments, one list with all its points, and every version of it (一). */
@Controller
class MatterPages {

  private final PublicMatters matters;

  MatterPages(PublicMatters matters) {
    this.matters = matters;
  }

  /** @param q text anywhere in a matter; empty for the departments alone */
  @GetMapping("/matters")
  String all(@RequestParam(defaultValue = "") @Size(max = DisclosureQuery.MAX_LENGTH) String q, Model model) {
    String text = q.replace("\u0000", "").strip();
    model.addAttribute("q", text);
    model.addAttribute("found", text.isEmpty() ? matters.all() : matters.search(text));
    return "public/matters";
  }

  @GetMapping("/matters/{department:[a-z0-9]{1,20}}")
  String one(@PathVariable String department, Model model) {
    model.addAttribute("list", matters.find(department).orElseThrow(MatterPages::notThere));
    model.addAttribute("past", false);
    return "public/matter-list";
  }

  @GetMapping("/matters/{department:[a-z0-9]{1,20}}/{version:\\d{1,6}}")
  String version(@PathVariable String department, @PathVariable int version, Model model) {
    model.addAttribute("list", matters.find(department, version).orElseThrow(MatterPages::notThere));
    model.addAttribute("past", true);
    return "public/matter-list";
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
