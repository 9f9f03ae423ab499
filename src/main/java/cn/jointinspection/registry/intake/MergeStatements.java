package cn.jointinspection.registry.intake;

import java.util.List;

/** What puts merges in force, for all rows of a proposal at once. */
final class MergeStatements {

  /** Each merged entry {@code m} with the kept one {@code k}; asked anew by every statement, so the entry itself is last. */
  private static final String PAIRS = """
      with pair as materialized (
        select m.id as merged_id, m.object_no as merged_no, k.id as kept_id, k.object_no as kept_no, r.line
        from registry_change_row r join inspection_object m on m.object_no = r.key
          join inspection_object k on k.object_no = r.cells[1]
        where r.change_id = :id and m.merged_into is null and m.object_no <> k.object_no)
      """;

  private MergeStatements() {}

  static List<String> inOrder() {
    return List.of(
        PAIRS + """
            insert into object_scope (scope_id, object_id, departments)
            select distinct on (os.scope_id, p.kept_id) os.scope_id, p.kept_id, os.departments
            from pair p join object_scope os on os.object_id = p.merged_id
            order by os.scope_id, p.kept_id, cardinality(os.departments) desc
            on conflict do nothing""",
        PAIRS + "delete from object_scope os using pair p where os.object_id = p.merged_id",
        moved("object_licence", "object_no", "merged_no", "kept_no", "name, number"),
        moved("recusal", "object_no", "merged_no", "kept_no", "inspector"),
        // Whoever keeps away from the one keeps away from the other: where both say so, for as long as either does.
        PAIRS + """
            update recusal k set starts_on = least(k.starts_on, m.starts_on),
              ends_on = case when k.ends_on is null or m.for_good then null else greatest(k.ends_on, m.ends_on) end
            from (
              select p.kept_no, r.inspector, min(r.starts_on) as starts_on, max(r.ends_on) as ends_on,
                bool_or(r.ends_on is null) as for_good
              from pair p join recusal r on r.object_no = p.merged_no group by p.kept_no, r.inspector) m
            where k.object_no = m.kept_no and k.inspector = m.inspector
              and (m.starts_on < k.starts_on or k.ends_on is not null and (m.for_good or m.ends_on > k.ends_on))""",
        moved("imposed_inspection", "object_no", "merged_no", "kept_no", "matter, year"),
        moved("visit", "object_no", "merged_no", "kept_no", "joint_inspection_id"),
        moved("object_grade", "object_id", "merged_id", "kept_id", "department"),
        moved("matter_coverage", "object_id", "merged_id", "kept_id", "matter, year"),
        // The kept entry stays as it is, but what it leaves open is filled in.
        PAIRS + """
            update inspection_object k set
              credit_code = coalesce(k.credit_code, m.credit_code),
              registration_no = coalesce(k.registration_no, m.registration_no),
              address = case when k.address = '' then m.address else k.address end,
              contact = coalesce(k.contact, m.contact), risk_class = coalesce(k.risk_class, m.risk_class),
              version = k.version + 1, updated_at = :now, change_id = :id, line = m.line
            from (
              select distinct on (p.kept_id) p.kept_id, p.line, o.credit_code, o.registration_no, o.address, o.contact,
                o.risk_class
              from pair p join inspection_object o on o.id = p.merged_id order by p.kept_id, p.line) m
            where k.id = m.kept_id""",
        // What was merged into the merged entry before leads straight on: one step, never a chain.
        PAIRS + """
            update inspection_object o set merged_into = p.kept_no, version = o.version + 1, updated_at = :now,
              change_id = :id, line = p.line
            from pair p where o.merged_into = p.merged_no""",
        PAIRS + """
            update inspection_object o set status = 'MERGED', merged_into = p.kept_no, version = o.version + 1,
              updated_at = :now, change_id = :id, line = p.line
            from pair p where o.id = p.merged_id""");
  }

  /** Rows that belong to the merged entry, unless the kept one has the same already: of several only the first moves. */
  private static String moved(String table, String column, String from, String to, String same) {
    return PAIRS + """
        , first as (
          select distinct on (p.%4$s, %5$s) t.ctid as place, p.%4$s as target
          from pair p join %1$s t on t.%2$s = p.%3$s
          where not exists (select from %1$s there where there.%2$s = p.%4$s and (%6$s) = (%5$s))
          order by p.%4$s, %5$s, p.line)
        update %1$s t set %2$s = first.target from first where t.ctid = first.place
        """.formatted(table, column, from, to, prefixed("t", same), prefixed("there", same));
  }

  private static String prefixed(String alias, String columns) {
    return alias + "." + columns.replace(", ", ", " + alias + ".");
  }
}
