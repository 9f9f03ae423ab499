package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.Journey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The real server, asked over HTTP as any client could. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "joint-inspection.embedded.database=security_tests"})
@Import(County.class)
public abstract class HttpTest extends Journey {

  /** Of every account that {@link County} makes. */
  public static final String PASSWORD = "Sample-Pass-2024";

  @LocalServerPort protected int port;
  @Autowired protected ObjectMapper mapper;

  protected final HttpClient client = HttpClient.newHttpClient();

  protected HttpRequest.Builder request(String method, String path, Object body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text(body)))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/html, */*");
  }

  protected HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected HttpResponse<String> anonymous(String method, String path) {
    return send(request(method, path, "GET".equals(method) ? null : Map.of()));
  }

  /** The engine's REST interface as a person. */
  protected HttpResponse<String> rest(String user, String method, String path, Object body) {
    return send(request(method, "/engine-rest" + path, body).header("Authorization", basic(user, PASSWORD)));
  }

  protected JsonNode read(String user, String path) {
    return tree(rest(user, "GET", path, null));
  }

  protected JsonNode tree(HttpResponse<String> response) {
    try {
      return mapper.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(response.body(), e);
    }
  }

  /** The variables of a completion as Tasklist sends it. */
  protected Map<String, Object> answers(Object form) {
    return Map.of("variables", Map.of("form", variable(form instanceof String json ? json : text(form))));
  }

  protected static Map<String, Object> variable(Object value) {
    return Map.of("value", value);
  }

  protected String text(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  protected static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  protected HttpResponse<String> login(String user, String password, String app) {
    return login(open(), user, password, app);
  }

  protected HttpResponse<String> login(Session session, String user, String password, String app) {
    String form = "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    return session.send(request("POST", "/camunda/api/admin/auth/user/default/login/" + app, Map.of())
        .setHeader("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)), true);
  }

  protected Session open() {
    Session session = new Session();
    session.get("/camunda/app/tasklist/default/");
    return session;
  }

  protected Session signIn(String user) {
    Session session = open();
    assertThat(login(session, user, PASSWORD, "tasklist").statusCode()).isEqualTo(200);
    session.get("/camunda/app/tasklist/default/");
    return session;
  }

  /** A browser's session with the web apps. */
  protected final class Session {

    private final Map<String, String> cookies = new HashMap<>();

    public HttpResponse<String> get(String path) {
      return send(request("GET", path, null), true);
    }

    public HttpResponse<String> post(String path, Object body) {
      return send(request("POST", path, body), true);
    }

    public HttpResponse<String> refused(String path, Object body) {
      return send(request("POST", path, body), false);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, boolean token) {
      if (!cookies.isEmpty()) {
        request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue())
            .collect(Collectors.joining("; ")));
      }
      if (token && cookies.containsKey("XSRF-TOKEN")) {
        request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
      }
      HttpResponse<String> answer = HttpTest.this.send(request);
      answer.headers().allValues("Set-Cookie").forEach(cookie -> {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      });
      return answer;
    }
  }
}
