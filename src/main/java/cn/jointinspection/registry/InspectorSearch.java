package cn.jointinspection.registry;

import cn.jointinspection.platform.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches the registry of inspectors, which holds some hundreds or thousands. */
@Component
public class InspectorSearch {

  private static final String FOUND = """
       from inspector
      where (:text = '' or strpos(folded(name), folded(:text)) > 0 or starts_with(certificate_no, :number))
        and (:department = '' or department = :department) and (:label = '' or :label = any(labels))
        and (cast(:status as text) is null or status = :status)
        and (:anyday or certificate_expires_on between :first and :last)
      """;

  private final JdbcClient jdbc;

  InspectorSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A page of what is found, in the byte order of certificate number. @param page counted from 1 */
  public Page<Inspector> find(InspectorQuery query, int page, int size) {
    Map<String, Object> values = values(query);
    return new Page<>(
        jdbc.sql("select *" + FOUND + "order by certificate_no offset :offset limit :size").params(values)
            .param("offset", Page.offset(page, size)).param("size", size).query(Inspectors::map).list(),
        page, size, jdbc.sql("select count(*)" + FOUND).params(values).query(Long.class).single());
  }

  /**
   * Walks through all that is found without skipping or repeating.
   *
   * @param after certificate number of the last one seen; empty to begin
   */
  public List<Inspector> walk(InspectorQuery query, String after, int size) {
    return jdbc.sql("select *" + FOUND + "and certificate_no > :after order by certificate_no limit :size")
        .params(values(query)).param("after", after).param("size", size).query(Inspectors::map).list();
  }

  /** Every label that an inspector has, in order. */
  public List<String> labels() {
    return jdbc.sql("select distinct unnest(labels) as label from inspector order by label").query(String.class).list();
  }

  private static Map<String, Object> values(InspectorQuery query) {
    Map<String, Object> values = new HashMap<>();
    values.put("text", query.text());
    values.put("number", query.atStartOfCertificate());
    values.put("department", query.department());
    values.put("label", query.label());
    values.put("status", query.inForce() == null ? null : query.inForce() ? "IN_FORCE" : "LEFT");
    values.put("anyday", query.certificate() == null);
    values.put("first", query.firstLastDay());
    values.put("last", query.lastLastDay());
    return values;
  }
}
