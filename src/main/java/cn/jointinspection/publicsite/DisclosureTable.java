package cn.jointinspection.publicsite;

import cn.jointinspection.inspection.CheckReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code disclosure}; nothing that is not published is ever in them. */
@Repository
class DisclosureTable {

  private static final String MATCHING = """
       from disclosure where (:all or object_name ilike :inName or credit_code like :number or object_no like :number)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ObjectMapper json;

  DisclosureTable(JdbcClient jdbc, Clock clock, ObjectMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  /** @return empty if the check is published already; a second publisher waits here for the first to commit */
  Optional<Long> insert(CheckReport check, List<Disclosure.Result> results, List<Disclosure.FollowUp> followUps) {
    return jdbc.sql("""
            insert into disclosure (check_id, joint_inspection_id, object_inspection_id, title, object_no, object_name,
              credit_code, department, department_name, matters, method, checked_on, results, statement, follow_ups,
              published_at)
            values (:checkId, :jointInspectionId, :objectInspectionId, :title, :objectNo, :objectName,
              :creditCode, :department, :departmentName, :matters, :method, :checkedOn, cast(:results as jsonb),
              :statement, cast(:followUps as jsonb), :publishedAt)
            on conflict (check_id) do nothing returning id""")
        .param("checkId", check.checkId())
        .param("jointInspectionId", check.joint().id())
        .param("objectInspectionId", check.object().inspectionId())
        .param("title", check.joint().title())
        .param("objectNo", check.object().no())
        .param("objectName", check.object().name())
        .param("creditCode", check.object().creditCode())
        .param("department", check.department().code())
        .param("departmentName", check.department().name())
        .param("matters", check.done().matters().toArray(String[]::new))
        .param("method", check.done().method())
        .param("checkedOn", check.done().on())
        .param("results", write(results))
        .param("statement", check.result().statement())
        .param("followUps", write(followUps))
        .param("publishedAt", Timestamp.from(clock.instant()))
        .query(Long.class)
        .optional();
  }

  Optional<Long> idOf(long checkId) {
    return jdbc.sql("select id from disclosure where check_id = :checkId")
        .param("checkId", checkId)
        .query(Long.class)
        .optional();
  }

  Optional<Disclosure> find(long id) {
    return jdbc.sql("select * from disclosure where id = :id").param("id", id).query(this::disclosure).optional();
  }

  long count(DisclosureQuery query) {
    return matching("select count(*)" + MATCHING, query).query(Long.class).single();
  }

  List<Disclosure> page(DisclosureQuery query, long offset, int size) {
    return matching("select *" + MATCHING + "order by id desc offset :offset limit :size", query)
        .param("offset", offset)
        .param("size", size)
        .query(this::disclosure)
        .list();
  }

  /** @param before id; only older ones */
  List<Disclosure> before(DisclosureQuery query, long before, int size) {
    return matching("select *" + MATCHING + "and id < :before order by id desc limit :size", query)
        .param("before", before)
        .param("size", size)
        .query(this::disclosure)
        .list();
  }

  private JdbcClient.StatementSpec matching(String sql, DisclosureQuery query) {
    return jdbc.sql(sql)
        .param("all", query.all())
        .param("inName", query.inName())
        .param("number", query.atStartOfNumber());
  }

  private Disclosure disclosure(ResultSet row, int n) throws SQLException {
    return new Disclosure(
        row.getLong("id"),
        new Disclosure.Task(row.getString("joint_inspection_id"), row.getString("title")),
        new Disclosure.Subject(row.getString("object_no"), row.getString("object_name"), row.getString("credit_code")),
        new Disclosure.Body(row.getString("department"), row.getString("department_name")),
        new Disclosure.Check(List.of((String[]) row.getArray("matters").getArray()), row.getString("method"),
            row.getDate("checked_on").toLocalDate()),
        read(row.getString("results"), new TypeReference<List<Disclosure.Result>>() {}),
        row.getString("statement"),
        read(row.getString("follow_ups"), new TypeReference<List<Disclosure.FollowUp>>() {}),
        row.getTimestamp("published_at").toInstant().atZone(clock.getZone()).toOffsetDateTime());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
