package cn.jointinspection.staff.drawroom;

import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.Journey;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The real server, a draw brought forward by the engine, and a real browser that looks on. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "joint-inspection.embedded.database=room_tests"})
abstract class RoomTest extends Journey {

  static final String VALUE = "20237331128159211123";

  static Playwright playwright;
  static Browser browser;

  @LocalServerPort int port;
  @Autowired ObjectMapper mapper;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void openBrowser() {
    playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
    Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable).findFirst().ifPresent(options::setExecutablePath);
    browser = playwright.chromium().launch(options);
  }

  @AfterAll
  static void closeBrowser() {
    playwright.close();
  }

  String url(String path) {
    return "http://localhost:" + port + path;
  }

  HttpResponse<byte[]> bytes(String path) throws IOException {
    try {
      return client.send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  HttpResponse<byte[]> get(String path) throws IOException {
    return bytes(path);
  }

  String text(String path) throws IOException {
    return new String(bytes(path).body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  JsonNode json(String path) throws IOException {
    return mapper.readTree(bytes(path).body());
  }

  /** A browser in which the person is signed in; the account is made if it is not there. */
  BrowserContext signedIn(String user, String... groups) {
    as(user, groups);
    identity.clearAuthentication();
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1600, 900));
    context.request().get(url("/camunda/app/tasklist/default/"));
    String token = context.cookies().stream().filter(cookie -> cookie.name.equals("XSRF-TOKEN")).findFirst()
        .orElseThrow().value;
    var answer = context.request().post(url("/camunda/api/admin/auth/user/default/login/tasklist"),
        RequestOptions.create().setHeader("X-XSRF-TOKEN", token)
            .setForm(FormData.create().set("username", user).set("password", County.PASSWORD)));
    if (answer.status() != 200) {
      throw new IllegalStateException(user + " cannot sign in: " + answer.status());
    }
    return context;
  }

  void enterValue(String value) {
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", false, "value", value));
  }

  void witness(Map<String, Object> answers) {
    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), answers);
    runAsyncSteps();
  }

  void abandon(String reason) {
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", true, "reason", reason));
    runAsyncSteps();
  }

  /** From the freeze to the drawing of lots. */
  void drawOn() {
    County.DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    enterValue(VALUE);
    witness(Map.of("confirm", true));
  }
}
