package cn.jointinspection.inspection;

import cn.jointinspection.draw.Draw;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a closed file holds, read from any version of its format ({@code docs/records.md}). What was written before there
 * were versions, a line for each of the program's records as they stood then, counts as version 0.
 *
 * @param version of the format it was written in
 * @param drawFreeze freeze hash of its draw; null where nothing was drawn
 * @param checks of all departments, in order of visits
 * @param evidence SHA-256 of all evidence
 * @param steps everything that was done, oldest first
 */
public record ClosedFile(
    int version, String jointInspectionId, String title, String drawFreeze, List<Check> checks, List<String> evidence,
    List<String> steps) {

  private static final String FORMAT = "joint-inspection-archive";
  private static final int VERSION = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param checkedOn ISO date; null where it was not carried out
   * @param results in words, as published
   */
  public record Check(
      String objectInspectionId, String department, String checkedOn, List<String> team, List<String> results,
      boolean published) {}

  /** @throws IllegalStateException if a later program wrote it, or it is no such file */
  static ClosedFile read(byte[] manifest) {
    List<JsonNode> lines = new String(manifest, StandardCharsets.UTF_8).lines().map(ClosedFile::parse).toList();
    int version = lines.get(0).path("version").asInt(0);
    if (version > VERSION || lines.get(0).has("format") && !FORMAT.equals(lines.get(0).get("format").asText())) {
      throw new IllegalStateException("归档文件的格式是 %s 第 %d 版，本程序只认得 %s 第 %d 版及以前的。请用较新的程序打开。"
          .formatted(lines.get(0).path("format").asText(), version, FORMAT, VERSION));
    }
    return version == 0 ? unversioned(lines) : versioned(version, lines);
  }

  /** The second added what was answered at each point of a checklist; what is read here is the same in both. */
  private static ClosedFile versioned(int version, List<JsonNode> lines) {
    JsonNode joint = only(lines, "jointInspection");
    List<JsonNode> draw = of(lines, "draw");
    return new ClosedFile(version, text(joint, "id"), text(joint, "title"),
        draw.isEmpty() ? null : text(draw.get(0), "freeze"),
        of(lines, "departmentCheck").stream().map(check -> new Check(text(check, "objectInspection"),
            text(check, "department"), text(check, "checkedOn"),
            stream(check.get("team")).filter(member -> member.get("leftAt").isNull()).map(m -> text(m, "inspector")).toList(),
            stream(check.get("results")).map(result -> text(result, "text")).toList(),
            check.hasNonNull("publishedAt"))).toList(),
        of(lines, "evidence").stream().map(file -> text(file, "sha256")).toList(),
        of(lines, "step").stream().map(step -> text(step, "action")).toList());
  }

  /** Each line held a record under {@code content}; a check's result stood in the line after it. */
  private static ClosedFile unversioned(List<JsonNode> lines) {
    JsonNode joint = only(lines, "jointInspection").get("content");
    List<JsonNode> draw = of(lines, "draw");
    List<JsonNode> checks = of(lines, "departmentCheck");
    List<JsonNode> reports = of(lines, "report");
    List<Check> read = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      JsonNode check = checks.get(i).get("content");
      read.add(new Check(text(check, "objectInspectionId"), text(check, "department"), text(check, "checkedOn"),
          stream(check.get("team")).map(member -> text(member, "inspector")).toList(),
          stream(reports.get(i).get("content").get("results")).map(result -> text(result, "text")).toList(),
          check.hasNonNull("publishedAt")));
    }
    return new ClosedFile(0, text(joint, "id"), text(joint, "title"),
        draw.isEmpty() ? null : text(draw.get(0).get("content"), "freeze"), read,
        of(lines, "evidence").stream().map(file -> text(file.get("content"), "sha256")).toList(),
        of(lines, "journal").stream().map(step -> text(step.get("content"), "action")).toList());
  }

  /** The line of the draw since version 1, its names and order written out. */
  static String line(Draw draw) {
    ObjectNode line = JSON.createObjectNode();
    line.put("kind", "draw").put("id", draw.id()).put("number", draw.number()).put("prev", draw.frozen().prev())
        .put("freeze", draw.frozen().freeze()).put("candidates", draw.frozen().candidates())
        .put("publicKind", draw.publicSource().kind()).put("publicSource", draw.publicSource().source())
        .put("publicValue", draw.publicValue() == null ? null : draw.publicValue().value())
        .put("seed", draw.result() == null ? null : draw.result().seed())
        .put("transcriptSha256", draw.result() == null ? null : draw.result().transcriptSha256())
        .put("transcriptSha256Now", draw.result() == null ? null : draw.result().transcriptSha256Now());
    ObjectNode allocation = line.putObject("allocation");
    if (draw.result() != null) {
      new TreeMap<>(draw.result().allocation()).forEach(allocation::put);
    }
    return line.toString();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a closed file cannot be read", e);
    }
  }

  private static List<JsonNode> of(List<JsonNode> lines, String kind) {
    return lines.stream().filter(line -> kind.equals(line.path("kind").asText())).toList();
  }

  private static JsonNode only(List<JsonNode> lines, String kind) {
    return of(lines, kind).get(0);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
