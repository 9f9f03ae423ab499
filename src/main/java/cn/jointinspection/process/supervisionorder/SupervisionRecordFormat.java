package cn.jointinspection.process.supervisionorder;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;

/**
 * How the record of a decided supervision order is kept (尽职照单免责、失职照单问责, 六): a format of its own, described in
 * {@code docs/records.md}, so that no change of the program's own records changes it. What was written before there were
 * versions has the same fields and counts as version 0.
 */
final class SupervisionRecordFormat {

  private static final String FORMAT = "supervision-record";
  private static final int VERSION = 1;
  /** Its own, so that no setting of the application changes what is written. */
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private SupervisionRecordFormat() {}

  @JsonPropertyOrder({"format", "version", "number", "subject", "department", "dueAt", "openedAt", "status", "explained",
      "reminders", "steps", "record", "tasks"})
  record Kept(
      String format, int version, String number, String subject, String department, Instant dueAt, Instant openedAt,
      String status, boolean explained, List<Reminded> reminders, List<Done> steps, List<Done> record,
      List<Worked> tasks) {}

  @JsonPropertyOrder({"at", "kind", "told"})
  record Reminded(Instant at, String kind, List<String> told) {}

  @JsonPropertyOrder({"at", "actorName", "action", "note"})
  record Done(Instant at, String actorName, String action, String note) {}

  @JsonPropertyOrder({"name", "person", "startedAt", "dueAt", "endedAt", "late"})
  record Worked(String name, String person, Instant startedAt, Instant dueAt, Instant endedAt, boolean late) {}

  /** As JSON text, in the newest version. */
  static String write(SupervisionFacts.Facts facts) {
    var kept = new Kept(FORMAT, VERSION, facts.number(), facts.subject(), facts.department(), facts.dueAt(),
        facts.openedAt(), facts.status(), facts.explained(),
        facts.reminders().stream().map(reminder -> new Reminded(reminder.at(), reminder.kind(), reminder.told())).toList(),
        done(facts.steps()), done(facts.record()),
        facts.tasks().stream().map(task -> new Worked(task.name(), task.person(), task.startedAt(), task.dueAt(),
            task.endedAt(), task.late())).toList());
    try {
      return JSON.writeValueAsString(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the record of " + facts.number() + " cannot be written as JSON", e);
    }
  }

  /** What any version wrote. @throws IllegalStateException if a later program wrote it, or it is no such record */
  static SupervisionFacts.Facts read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      int version = json.path("version").asInt(0);
      if (version > VERSION || json.hasNonNull("format") && !FORMAT.equals(json.get("format").asText())) {
        throw new IllegalStateException(
            "督办记录的格式是 %s 第 %d 版，本程序只认得 %s 第 %d 版及以前的。请用较新的程序打开。"
                .formatted(json.path("format").asText(), version, FORMAT, VERSION));
      }
      Kept kept = JSON.treeToValue(json, Kept.class);
      return new SupervisionFacts.Facts(kept.number(), kept.subject(), kept.department(), kept.dueAt(), kept.openedAt(),
          kept.status(), kept.explained(),
          kept.reminders().stream().map(one -> new SupervisionFacts.Reminder(one.at(), one.kind(), one.told())).toList(),
          entries(kept.steps()), entries(kept.record()),
          kept.tasks().stream().map(task -> new WorkItemTimes.Times(task.name(), task.person(), task.startedAt(),
              task.dueAt(), task.endedAt(), task.late())).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept record cannot be read", e);
    }
  }

  private static List<Done> done(List<SupervisionFacts.Entry> entries) {
    return entries.stream().map(one -> new Done(one.at(), one.actorName(), one.action(), one.note())).toList();
  }

  private static List<SupervisionFacts.Entry> entries(List<Done> done) {
    return done.stream().map(one -> new SupervisionFacts.Entry(one.at(), one.actorName(), one.action(), one.note()))
        .toList();
  }
}
