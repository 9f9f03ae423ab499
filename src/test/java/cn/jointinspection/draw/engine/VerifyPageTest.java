package cn.jointinspection.draw.engine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("核验网页（verifier/verify.html）")
class VerifyPageTest {

  private static final Path ORDINARY = Path.of("draw-vectors/01-ordinary");
  private static final Path PAGE = Path.of("verifier/verify.html");
  private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";

  private static Playwright playwright;
  private static Browser browser;

  private final List<String> problems = new ArrayList<>();
  private Page page;

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

  @BeforeEach
  void openPage() {
    page = browser.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        problems.add(message.text());
      }
    });
    page.onPageError(problems::add);
  }

  @AfterEach
  void nothingWentWrong() {
    page.close();
    assertThat(problems).isEmpty();
  }

  private void drop(Path folder) {
    Path[] files = Stream.concat(DrawFiles.NAMES.stream(), Stream.of(DrawFiles.TRANSCRIPT))
        .map(folder::resolve).toArray(Path[]::new);
    page.setInputFiles("#picker", files);
  }

  private Locator stages(String state) {
    return page.locator("#stages li." + state);
  }

  private void ask(String id) {
    page.fill("#id", id);
    page.click("#ask button");
  }

  @Test
  @DisplayName("从磁盘打开也能用：放入六个文件，八个阶段变绿，可查一户的票号和名次")
  void checksADrawFromTheDisk() {
    page.navigate(PAGE.toUri().toString());

    drop(ORDINARY);

    assertThat(stages("passed")).hasCount(8);
    assertThat(page.locator("#verdict")).containsText("候选 78 个，抽中 12 个");
    ask("92140826MA0002270T");
    assertThat(page.locator("#answer")).containsText("0287b9f6a6b83bc97ec7e9c90e3cc12cfa2194a835accd062b146f2e125971a8");
    assertThat(page.locator("#answer")).containsText("抽中，检查顺序第 2 位");
    ask("92140826MA00021213");
    assertThat(page.locator("#answer")).containsText("第 1 个事件中补入");
    ask("93140826MA00021728");
    assertThat(page.locator("#answer")).containsText("第 1 个事件中被替换");
    ask("91140826MA0002119X");
    assertThat(page.locator("#answer")).containsText("未抽中");
    ask("91140826MA09000004");
    assertThat(page.locator("#answer")).containsText("DEREGISTERED");
    ask("91140826MA09999999");
    assertThat(page.locator("#answer")).containsText("不在这次抽取的范围内");
    assertThat(page.locator("#save")).isHidden();
  }

  @Test
  @DisplayName("某阶段不成立时停在那里，格式有误时指出文件和行；换上正确的文件即重新核验")
  void saysWhatIsWrong() {
    page.navigate(PAGE.toUri().toString());

    drop(Path.of("draw-vectors/broken/selection-order-of-visits"));
    assertThat(stages("failed")).hasAttribute("data-stage", "selection");
    assertThat(stages("passed")).hasCount(5);
    assertThat(page.locator("#lookup")).isHidden();

    drop(Path.of("draw-vectors/broken/malformed-not-json"));
    assertThat(page.locator("#verdict")).containsText("candidates.jsonl 第 3 行");
    assertThat(stages("passed")).hasCount(0);

    drop(ORDINARY);
    assertThat(stages("passed")).hasCount(8);
  }

  @Test
  @DisplayName("文件不全时说还缺哪些，不认识的文件不读")
  void saysWhatIsMissing() {
    page.navigate(PAGE.toUri().toString());

    page.setInputFiles("#picker", new Path[] {ORDINARY.resolve("params.json"), Path.of("README.md")});

    assertThat(page.locator("#strange")).containsText("未读：README.md");
    assertThat(page.locator("#strange")).containsText("还缺：candidates.jsonl、");
    assertThat(stages("passed")).hasCount(0);
  }

  @Test
  @DisplayName("由服务器提供时遵守公开网站的内容安全策略，并可存为一个离线可用的文件")
  void canBeSavedAsOneFile(@TempDir Path folder) throws IOException {
    HttpServer server = start();
    try {
      page.navigate(address(server));
      drop(ORDINARY);
      assertThat(stages("passed")).hasCount(8);
      Download saved = page.waitForDownload(() -> page.click("#save"));
      saved.saveAs(folder.resolve("verify.html"));
    } finally {
      server.stop(0);
    }

    page.navigate(folder.resolve("verify.html").toUri().toString());
    drop(ORDINARY);

    assertThat(stages("passed")).hasCount(8);
    assertThat(page.locator("#stages")).hasCSS("list-style-type", "none");
    assertThat(page.locator("#fetch")).isHidden();
  }

  @Test
  @DisplayName("写明抽取的次数或网址，就从本网站取来六个文件核验，也可查一户的票号和名次")
  void checksADrawByItsAddress() throws IOException {
    HttpServer server = start();
    try {
      page.navigate(address(server) + "?draw=1");
      assertThat(stages("passed")).hasCount(8);
      assertThat(page.locator("#fetched")).containsText("第 1 次抽取：示例抽查。六个文件已取来。");
      assertThat(page.locator("#files li.here")).hasCount(6);
      ask("92140826MA0002270T");
      assertThat(page.locator("#answer")).containsText("抽中，检查顺序第 2 位");

      page.navigate(address(server));
      fetch(address(server).replace("verify.html", "draws/1"));
      assertThat(stages("passed")).hasCount(8);
    } finally {
      server.stop(0);
    }
  }

  @Test
  @DisplayName("文件还没有公开、没有这次抽取、抽取已作废或网址不对，都用中文说清楚，不留下先前的结论")
  void saysWhyADrawCannotBeFetched() throws IOException {
    HttpServer server = start();
    try {
      page.navigate(address(server) + "?draw=1");
      assertThat(page.locator("#verdict")).isVisible();

      fetch("2");
      assertThat(page.locator("#fetched")).containsText("第 2 次抽取的文件还没有公开（抽取完成）");
      assertThat(page.locator("#verdict")).isHidden();
      assertThat(stages("passed")).hasCount(0);
      fetch("3");
      assertThat(page.locator("#fetched")).containsText("第 3 次抽取已作废（骰子遗失）");
      fetch("https://example.org/draws/1");
      assertThat(page.locator("#fetched")).containsText("只能核验本网站");
      fetch("disclosures/1");
      assertThat(page.locator("#fetched")).containsText("不是抽取页");
      fetch("4");
      assertThat(page.locator("#fetched")).containsText("没有第 4 次抽取");
      assertThat(problems).as("the browser notes what was not found").hasSize(1).first().asString().contains("404");
      problems.clear();
    } finally {
      server.stop(0);
    }
  }

  private void fetch(String typed) {
    page.fill("#draw", typed);
    page.click("#fetch button");
  }

  private static HttpServer start() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", VerifyPageTest::serve);
    server.createContext("/public/api/draws/", VerifyPageTest::serveDraw);
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort() + "/verify.html";
  }

  /** Draw 1 is public, draw 2 not yet, draw 3 was abandoned. */
  private static void serveDraw(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/public/api/draws/".length());
    String body = switch (path) {
      case "1" -> "{\"title\": \"示例抽查\", \"opened\": {}}";
      case "2" -> "{\"opened\": null, \"status\": {\"text\": \"抽取完成\"}}";
      case "3" -> "{\"opened\": null, \"abandonedReason\": \"骰子遗失\"}";
      default -> null;
    };
    if (path.startsWith("1/files/")) {
      send(exchange, Files.readAllBytes(ORDINARY.resolve(path.substring("1/files/".length()))));
    } else if (body == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      send(exchange, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void serve(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring(1);
    Path file = name.startsWith("look/") ? Path.of(name) : Path.of("verifier", name);
    if (!Files.isRegularFile(file)) {
      exchange.sendResponseHeaders(name.equals("favicon.ico") ? 204 : 404, -1);
      return;
    }
    String type = name.endsWith(".html") ? "text/html" : name.endsWith(".css") ? "text/css" : "text/javascript";
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    send(exchange, Files.readAllBytes(file));
  }

  private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
