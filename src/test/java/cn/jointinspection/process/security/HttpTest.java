package cn.jointinspection.process.security;

import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.Journey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The real server, asked over HTTP as any client could. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "joint-inspection.embedded.database=security_tests"})
@Import(County.class)
abstract class HttpTest extends Journey {

  /** Of every account that {@link County} makes. */
  static final String PASSWORD = "Sample-Pass-2024";

  @LocalServerPort int port;
  @Autowired ObjectMapper mapper;

  final HttpClient client = HttpClient.newHttpClient();

  HttpRequest.Builder request(String method, String path, Object body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text(body)))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/html, */*");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> anonymous(String method, String path) {
    return send(request(method, path, "GET".equals(method) ? null : Map.of()));
  }

  /** The engine's REST interface as a person. */
  HttpResponse<String> rest(String user, String method, String path, Object body) {
    return send(request(method, "/engine-rest" + path, body).header("Authorization", basic(user, PASSWORD)));
  }

  JsonNode read(String user, String path) {
    return tree(rest(user, "GET", path, null));
  }

  JsonNode tree(HttpResponse<String> response) {
    try {
      return mapper.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(response.body(), e);
    }
  }

  /** The variables of a completion as Tasklist sends it. */
  Map<String, Object> answers(Object form) {
    return Map.of("variables", Map.of("form", variable(form instanceof String json ? json : text(form))));
  }

  static Map<String, Object> variable(Object value) {
    return Map.of("value", value);
  }

  String text(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
