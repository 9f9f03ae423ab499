package cn.jointinspection.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person at one browser: logs in, finds work, fills in forms. */
final class Person implements AutoCloseable {

  private static final int WIDTH = 1360;
  private static final int HEIGHT = 900;
  /** Higher than most forms, which scroll within the page. */
  private static final int TALL = 1800;
  /** Asynchronous steps take the engine some seconds; then the list is looked at anew. */
  private static final int LOOKS = 30;
  private static final int LOGINS = 3;
  private static final double LOOK_MILLIS = 4_000;
  private static final Pattern CLAIM = Pattern.compile("^\\s*认领\\s*$");
  private static final Pattern RAW_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  /** Words that an untranslated page would show. */
  static final Pattern ENGLISH =
      Pattern.compile("\\b(Claim|Complete|Task|Filter|Due|Created|Sign|Loading|Error|Process|Form|History|Required)\\b");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Person(Browser browser) {
    context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai")
        .setViewportSize(WIDTH, HEIGHT));
    page = context.newPage();
  }

  Person(Browser browser, String base, String app, String user, String password) {
    this(browser);
    signIn(page, base + "/camunda/app/" + app + "/", user, password);
    listen();
  }

  /** Signed in by the same request that the login page sends, which is quicker. */
  static Person signedIn(Browser browser, String base, String user, String password) {
    Person person = new Person(browser);
    person.page.setViewportSize(WIDTH, TALL);
    APIRequestContext requests = person.context.request();
    requests.get(base + "/camunda/app/tasklist/default/");
    String token = person.context.cookies().stream().filter(cookie -> cookie.name.equals("XSRF-TOKEN")).findFirst()
        .orElseThrow().value;
    APIResponse answer = requests.post(base + "/camunda/api/admin/auth/user/default/login/tasklist",
        RequestOptions.create().setHeader("X-XSRF-TOKEN", token)
            .setForm(FormData.create().set("username", user).set("password", password)));
    org.assertj.core.api.Assertions.assertThat(answer.status()).as(user + " signs in").isEqualTo(200);
    person.listen();
    return person;
  }

  /** Somebody who has not signed in. */
  static Person stranger(Browser browser) {
    Person person = new Person(browser);
    person.listen();
    return person;
  }

  /** Not before the login: the web app asks who is signed in, and is told 404. */
  private void listen() {
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text() + " " + message.location());
      }
    });
  }

  /**
   * Signs in at the login page, as people do. On a busy machine the page may draw its form anew while it is being
   * filled in, and what was typed is lost; whoever sits there types it again.
   */
  static void signIn(Page page, String address, String user, String password) {
    for (int attempt = 0; attempt < LOGINS && !signedIn(page, address, user, password); attempt++) {
      page.navigate("about:blank");
    }
    assertThat(page.locator("input[ng-model='password']")).hasCount(0);
  }

  private static boolean signedIn(Page page, String address, String user, String password) {
    page.navigate(address);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator("input[ng-model='username']").fill(user);
    page.locator("input[ng-model='password']").fill(password);
    page.locator("button[type=submit]").click();
    try {
      assertThat(page.locator("input[ng-model='password']"))
          .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LOOK_MILLIS * 4));
      return true;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  Page page() {
    return page;
  }

  /** Opens the only task whose name holds the words, claims it if it is offered to a group, and waits for its form. */
  void open(String words) {
    Locator row = page.locator("li").filter(new Locator.FilterOptions().setHasText(words))
        .filter(new Locator.FilterOptions().setHas(page.locator("h4"))).first();
    for (int look = 0; look < LOOKS && !appears(row); look++) {
      page.reload();
    }
    row.click();
    assertThat(page.locator("form.work .facts").first()).isVisible(patiently());
    Locator claim = page.locator("a, button, span").filter(new Locator.FilterOptions().setHasText(CLAIM)).first();
    if (claim.isVisible()) {
      claim.click();
    }
    assertThat(page.locator(".disabled-form")).hasCount(0);
  }

  /** Opens one task by its address, and waits until its form is filled. */
  void show(String base, String taskId) {
    page.navigate("about:blank");
    page.navigate(base + "/camunda/app/tasklist/default/#/?task=" + taskId);
    formIsThere();
  }

  /** Opens the form that starts a process. */
  void begin(String base, String process) {
    page.navigate("about:blank");
    page.navigate(base + "/camunda/app/tasklist/default/");
    page.getByText("启动流程").first().click();
    page.locator(".modal-body").getByText(process, new Locator.GetByTextOptions().setExact(true)).first().click();
    formIsThere();
  }

  private void formIsThere() {
    assertThat(page.locator("form.work .lead").first()).isVisible(patiently());
    assertThat(page.locator("form.work .loading")).hasCount(0);
  }

  /** What the browser complained of since the last time it was asked. */
  List<String> complaints() {
    List<String> told = List.copyOf(complaints);
    complaints.clear();
    return told;
  }

  private static boolean appears(Locator row) {
    try {
      assertThat(row).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOOK_MILLIS));
      return true;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
  }

  /** Completes the open task; it is gone from the page when the server has done it. */
  void complete() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成").setExact(true)).last().click();
    assertThat(page.locator("form.work")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
  }

  /** A picture of the whole page, however long. */
  void picture(String name, int height) {
    page.setViewportSize(WIDTH, height);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".jpg"))
        .setType(ScreenshotType.JPEG).setQuality(60));
    page.setViewportSize(WIDTH, HEIGHT);
  }

  @Override
  public void close() {
    String text = page.locator("body").innerText();
    context.close();
    org.assertj.core.api.Assertions.assertThat(text).as("raw ids on the page").doesNotContainPattern(RAW_ID);
    org.assertj.core.api.Assertions.assertThat(text).as("English on the page").doesNotContainPattern(ENGLISH);
    org.assertj.core.api.Assertions.assertThat(complaints).as("the browser's complaints").isEmpty();
  }
}
