package cn.jointinspection.publicsite;

import cn.jointinspection.draw.DrawWords;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The draws for people: what can be known of each at its time (公开抽取, 三). */
@Controller
class DrawPages {

  private static final int PAGE_SIZE = 20;
  private static final int ROWS = 100;
  /** Numbers are consecutive. */
  private static final int FIRST_DRAW = 1;

  private final PublicDraws draws;

  DrawPages(PublicDraws draws) {
    this.draws = draws;
  }

  record Count(String label, int count) {}

  /** @param nonce null if the department gave none */
  record Contribution(String department, String nonce) {}

  @GetMapping("/draws")
  String list(@RequestParam(required = false) @Min(1) Integer before, Model model) {
    List<PublicDraw> page = draws.walk(before, PAGE_SIZE);
    boolean newest = before == null || before > draws.count();
    model.addAttribute("draws", page);
    model.addAttribute("first", newest);
    model.addAttribute("previous", newest ? null : Integer.valueOf(before + PAGE_SIZE));
    model.addAttribute("next", page.isEmpty() || page.get(page.size() - 1).number() == FIRST_DRAW ? null
        : Integer.valueOf(page.get(page.size() - 1).number()));
    return "public/draws";
  }

  @GetMapping("/draws/{number:\\d{1,9}}")
  String one(@PathVariable int number, @RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
      @RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int events, Model model) {
    PublicDraw draw = draws.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("draw", draw);
    model.addAttribute("publicKind", DrawWords.publicKind(draw.source().publicValueKind()));
    model.addAttribute("strata", draw.frozen().candidatesByStratum().entrySet().stream()
        .map(e -> new Count(DrawWords.stratum(e.getKey()), e.getValue())).toList());
    model.addAttribute("exclusions", draw.frozen().excludedByReason().entrySet().stream()
        .map(e -> new Count(DrawWords.exclusion(e.getKey()), e.getValue())).toList());
    if (draw.opened() != null) {
      PublicDraws.Result result = draws.result(draw, page, ROWS);
      PublicDraws.Events added = draws.events(draw, events, ROWS);
      if (page > result.pages() || events > added.pages()) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
      model.addAttribute("result", result);
      model.addAttribute("events", added);
      model.addAttribute("contributions", contributions(draw.opened().contributions()));
    }
    return "public/draw";
  }

  private List<Contribution> contributions(Map<String, String> nonces) {
    return nonces.entrySet().stream()
        .map(e -> new Contribution(draws.name(e.getKey()), e.getValue().equals("MISSING") ? null : e.getValue())).toList();
  }
}
