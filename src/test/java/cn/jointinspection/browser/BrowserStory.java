package cn.jointinspection.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.process.County;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Work brought to a state by the engine and looked at in a browser. Every fault of every form and page is gathered, and told
 * at the end of the test.
 */
abstract class BrowserStory extends HttpTest {

  /** To look at: {@code ./mvnw ... -Dpictures=true} leaves them in target/screenshots/forms. */
  static final boolean WITH_PICTURES = Boolean.getBoolean("pictures");
  static final Path PICTURES = Path.of("target", "screenshots", "forms");

  static final int DESK = 1360;
  static final int HEIGHT = 900;
  private static final int PHONE = 375;

  private static final String WIDEST = "[...document.querySelectorAll('body *')]"
      + ".filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll'))"
      + ".slice(0, 3).map(e => e.outerHTML.slice(0, 100)).join(' ')";

  private static Chromium chromium;

  @Autowired private Accounts accounts;
  @Autowired private FirstAdministrator administrator;

  private final Map<String, Person> persons = new HashMap<>();
  private final Set<String> opened = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void startChromium() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stopChromium() {
    chromium.close();
  }

  /** Before the accounts without a proper name that other tests are content with. */
  @BeforeEach
  void peopleWithNames() {
    if (!administrator.exists()) {
      administrator.create("admin1", PASSWORD);
    }
    Map<String, String> bodies = Map.of("gaj", "公安", "scjgj", "市监", "wsjds", "卫监", "xfd", "消防", "bgs", "办公室", "jjjc", "纪检");
    bodies.forEach((code, name) -> {
      accounts.create(code + "Staff1", "示例", name + "经办", PASSWORD, List.of(code));
      if (County.DEPARTMENTS.contains(code)) {
        accounts.create(code + "Reviewer1", "示例", name + "审核", PASSWORD, List.of(code + "Review"));
      }
    });
  }

  @AfterEach
  void everythingAsItShouldBe(TestInfo test) {
    persons.forEach((user, person) -> {
      note(user + ", in the console", person.complaints());
      person.close();
    });
    Opens opens = test.getTestMethod().orElseThrow().getAnnotation(Opens.class);
    assertThat(faults).isEmpty();
    if (opens != null) {
      assertThat(opened).as("forms opened").containsExactlyInAnyOrder(opens.value());
    }
  }

  private void note(String where, List<String> complaints) {
    complaints.forEach(complaint -> faults.add(where + ": " + complaint));
  }

  final String base() {
    return "http://localhost:" + port;
  }

  final Person person(String user) {
    return persons.computeIfAbsent(user, id -> Person.signedIn(chromium.browser(), base(), id, PASSWORD));
  }

  /** Opens a page at the width of a desk and of a telephone, where it must not be wider than the screen. */
  final void visit(String user, String path, String name) {
    visit(user, path, name, 200, page -> {});
  }

  /** @param user null for somebody who is not signed in */
  final void visit(String user, String path, String name, int status, Consumer<Page> then) {
    Person person = user == null ? persons.computeIfAbsent("", nobody -> Person.stranger(chromium.browser())) : person(user);
    Page page = person.page();
    for (int width : new int[] {DESK, PHONE}) {
      String where = name + "-" + width;
      page.setViewportSize(width, HEIGHT);
      assertThat(page.navigate(base() + path).status()).as(where).isEqualTo(status);
      then.accept(page);
      note(where, Scrutiny.of(page, "body"));
      if ((boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
        faults.add(where + ": wider than the screen: " + page.evaluate(WIDEST));
      }
      if (WITH_PICTURES) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(where + ".png")).setFullPage(true));
      }
      // The browser notes what a refused page itself was answered with.
      note(where, person.complaints().stream().filter(complaint -> !complaint.contains("status of " + status)).toList());
    }
  }

  /** The person opens the task in Tasklist, claimed if it is offered to a group, and does something with its form. */
  final void open(String user, Task task, Consumer<Page> then) {
    if (task.getAssignee() == null) {
      identity.clearAuthentication();
      tasks.claim(task.getId(), user);
    }
    Person person = person(user);
    person.show(base(), task.getId());
    look(person, task.getTaskDefinitionKey().replaceFirst("^userTask_", ""), then);
  }

  final void open(String user, Task task) {
    open(user, task, page -> {});
  }

  /** As {@link #open}; then the person presses the button under the form, and it is gone. */
  final void complete(String user, Task task, Consumer<Page> then) {
    open(user, task, then);
    Person person = person(user);
    person.show(base(), task.getId());
    then.accept(person.page());
    person.complete();
    person.page().navigate("about:blank");
  }

  /** The person opens the form with which a process is started. */
  final void begin(String user, String process, String form, Consumer<Page> then) {
    Person person = person(user);
    person.begin(base(), process);
    look(person, form, then);
  }

  private void look(Person person, String form, Consumer<Page> then) {
    Page page = person.page();
    then.accept(page);
    opened.add(form);
    scrutinise(page, form, "form.work");
    if (page.locator("form.work .problem").count() > 0) {
      faults.add(form + ": problem shown: " + page.locator("form.work .problem").first().innerText());
    }
    note(form, person.complaints());
    // Else the page would go on asking for a task that is soon done.
    page.navigate("about:blank");
  }

  final void scrutinise(Page page, String name, String root) {
    note(name, Scrutiny.of(page, root));
    picture(page.locator(root), name);
  }

  private static void picture(Locator part, String name) {
    if (WITH_PICTURES) {
      part.screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
  }
}
