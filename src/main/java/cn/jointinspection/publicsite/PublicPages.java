package cn.jointinspection.publicsite;

import cn.jointinspection.platform.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The public site: no login, nothing to change, only what is published. */
@Controller
class PublicPages {

  private static final int LATEST = 8;
  private static final int PAGE_SIZE = 20;

  private final Disclosures disclosures;

  PublicPages(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("latest", disclosures.latest(LATEST));
    return "public/home";
  }

  @GetMapping("/disclosures")
  String search(
      @RequestParam(defaultValue = "") @Size(max = DisclosureQuery.MAX_LENGTH) String q,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
      Model model) {
    Page<Disclosure> found = disclosures.search(q, page, PAGE_SIZE);
    if (page > found.pages()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("q", q.strip());
    model.addAttribute("found", found);
    return "public/disclosures";
  }

  @GetMapping("/disclosures/{id:\\d{1,18}}")
  String one(@PathVariable long id, Model model) {
    model.addAttribute("disclosure",
        disclosures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "public/disclosure";
  }

  /** The verifier's page names its parts relative to itself. */
  @GetMapping("/verify")
  String verify(@RequestParam(required = false) @Min(1) Integer draw) {
    return draw == null ? "redirect:/verify/verify.html" : "redirect:/verify/verify.html?draw=" + draw;
  }

  @GetMapping("/open-data")
  String openData() {
    return "public/open-data";
  }
}
