package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("出错时看到的页面")
class ErrorPagesTest extends HttpTest {

  @ParameterizedTest(name = "[{index}]")
  @DisplayName("地址残缺、越界、过长的，看到本站样式的中文页面，不知道用的是什么服务器")
  @ValueSource(strings = {"/%", "/%zz", "/a%00b", "/..;/", "/\\", "/[", "/a%2fb", "/?q=[", "LONG"})
  void malformedAddresses(String path) throws IOException {
    String answer = raw("GET " + path.replace("LONG", "/" + "a".repeat(20_000)) + " HTTP/1.1");

    page(answer, 400);
    assertThat(answer).contains("<h1>请求有误</h1>", "请核对地址", "/public/site.css");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("接口的地址残缺的，得到中文的问题说明")
  @ValueSource(strings = {"/public/api/[", "/public/api/%zz", "/camunda/api/engine/%zz", "/engine-rest/%zz", "/calendar/%"})
  void malformedAddressesOfInterfaces(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1");

    assertThat(answer).startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/problem+json", "\"status\":400", "\"title\":\"请求有误\"", "nosniff")
        .doesNotContainIgnoringCase("tomcat");
  }

  @Test
  @DisplayName("不成请求的请求也不例外")
  void noRequestAtAll() throws IOException {
    page(raw("GARBAGE"), 400);
    page(raw("B@D / HTTP/1.1"), 400);
  }

  @ParameterizedTest(name = "{0} {1}：{2}")
  @DisplayName("没有的页面、不对的方法，都是中文页面")
  @CsvSource({
      "GET, /nix, 404, 没有找到这个页面", "GET, /camunda/nix, 404, 没有找到这个页面", "GET, /forms/nix, 404, 没有找到这个页面",
      "POST, /, 405, 这个地址不能这样打开", "DELETE, /disclosures, 405, 这个地址不能这样打开",
      "GET, /disclosures?page=abc, 400, 请求有误", "GET, /a;x=%zz, 400, 请求有误", "GET, /error, 500, 页面暂时无法显示"})
  void pagesOfTheSite(String method, String path, int status, String title) throws IOException {
    String answer = raw(method + " " + path + " HTTP/1.1");

    page(answer, status);
    assertThat(answer).contains("<h1>" + title + "</h1>");
  }

  @Test
  @DisplayName("程序得到的也是中文")
  void programs() {
    var answer = send(request("GET", "/camunda/nix", null).setHeader("Accept", "application/json"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(tree(answer).get("title").asText()).isEqualTo("未找到");
    assertThat(tree(answer).has("error")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("网页是中文，响应头也说是中文，不管浏览器要哪种语言")
  @ValueSource(strings = {"/", "/disclosures", "/plan", "/draws", "/open-data", "/nix"})
  void theLanguage(String path) {
    for (String wanted : new String[] {"en", "de-DE,de;q=0.9", "zh-TW"}) {
      var answer = send(request("GET", path, null).setHeader("Accept", "text/html").header("Accept-Language", wanted));
      assertThat(answer.headers().allValues("Content-Language")).as(wanted).containsExactly("zh-CN");
    }
  }

  @Test
  @DisplayName("站点图标和搜索引擎须知都在：公示可收录，内部地址不可")
  void iconAndRobots() {
    var icon = anonymous("GET", "/favicon.ico");
    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(icon.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/");
    var robots = anonymous("GET", "/robots.txt");
    assertThat(robots.statusCode()).isEqualTo(200);
    assertThat(robots.body().lines()).containsExactly("User-agent: *", "Disallow: /camunda", "Disallow: /engine-rest",
        "Disallow: /actuator", "Disallow: /calendar", "Allow: /");
  }

  private static void page(String answer, int status) {
    assertThat(answer).startsWith("HTTP/1.1 " + status)
        .contains("Content-Type: text/html;charset=UTF-8", "Content-Language: zh-CN", "<html lang=\"zh-CN\"",
            "default-src 'none'", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: no-referrer")
        .doesNotContainIgnoringCase("tomcat").doesNotContain("Server:", "Exception", "Bad Request");
  }

  /** As it stands, past every client that would mend it. */
  private String raw(String line) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((line + "\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
          .getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
