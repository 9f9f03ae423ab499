package cn.jointinspection.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page or form must never show a person, and what keeps some persons from using it: the rules of WCAG 2.1, levels A
 * and AA, as axe-core checks them. Only our own content is looked at: what Camunda's web apps draw around a form is theirs.
 */
final class Scrutiny {

  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
  /** An account, or the code of a department that stands alone; certificate numbers may begin like them. */
  private static final Pattern RAW_ID = Pattern.compile(
      "(?<![\\p{L}\\p{N}_-])(?:gaj|scjgj|wsjds|xfd|bgs|jjjc)(?![\\p{L}\\p{N}_])"
          + "|\\b\\w+(?:Staff|Reviewer|Review)\\d*\\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern UNFILLED = Pattern.compile("\\{\\{|undefined|(?<!为 )\\bnull\\b|NaN|\\[object");
  /** What axe-core says of text in the colour of its background, and leaves to people. */
  private static final String INVISIBLE = "1:1 contrast ratio";
  private static final String EMPTY = "h1, h2, h3, h4, legend, label, th:not(td), dt, dd, button, summary";

  private Scrutiny() {}

  /** Complaints about the part of the page below {@code root}, each one a line; empty if it is as it should be. */
  static List<String> of(Page page, String root) {
    List<String> complaints = new ArrayList<>();
    Locator part = page.locator(root);
    String text = part.innerText();
    complaints.addAll(found("raw id", RAW_ID, text));
    complaints.addAll(found("not filled in", UNFILLED, text));
    complaints.addAll(found("English", Person.ENGLISH, text));
    part.locator(EMPTY).all().stream().filter(element -> element.isVisible() && element.innerText().isBlank()
            && element.locator("input, select, textarea, img, svg").count() == 0)
        .forEach(element -> complaints.add("empty: " + element.evaluate("e => e.outerHTML.slice(0, 120)")));
    complaints.addAll(barriers(page, root));
    return complaints;
  }

  private static List<String> found(String what, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(hit -> what + ": “"
        + text.substring(Math.max(0, hit.start() - 20), Math.min(text.length(), hit.end() + 20)).replace('\n', ' ') + "”").toList();
  }

  /** Violations that axe-core finds, with the elements. */
  static List<String> barriers(Page page, String root) {
    AxeResults results =
        new AxeBuilder(page).options(new AsShown()).withTags(WCAG).include(root).setLegacyMode(true).analyze();
    return Stream.concat(results.getViolations().stream().map(Scrutiny::words),
        results.getIncomplete().stream().flatMap(rule -> rule.getNodes().stream()).map(Scrutiny::words)
            .filter(words -> words.contains(INVISIBLE))).toList();
  }

  /** Style sheets as the browser has them: axe-core would fetch what they import anew, from where the page is. */
  public static final class AsShown extends AxeRunOptions {

    public boolean getPreload() {
      return false;
    }
  }

  private static String words(Rule rule) {
    return rule.getId() + " (" + rule.getHelp() + "): " + rule.getNodes().stream().limit(3).map(Scrutiny::words)
        .collect(Collectors.joining("; ")) + (rule.getNodes().size() > 3 ? " and " + (rule.getNodes().size() - 3) + " more" : "");
  }

  private static String words(CheckedNode node) {
    String html = node.getHtml();
    return html.substring(0, Math.min(html.length(), 160)) + " " + node.getFailureSummary().replace('\n', ' ');
  }
}
