package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.Zone;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.intake.IntakeRefused.UnknownChange;
import cn.jointinspection.registry.intake.RegistryChange.Counts;
import cn.jointinspection.registry.intake.RegistryChange.Decision;
import cn.jointinspection.registry.intake.RegistryChange.Origin;
import cn.jointinspection.registry.intake.RegistryChange.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals, their files and what was found wrong with them. */
@Repository
class ChangeTable {

  private static final int PART = 1 << 20;

  private final JdbcClient jdbc;

  ChangeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(ChangeKind kind, String department, String fileName, String reason, boolean goodRowsOnly, Actor by,
      OffsetDateTime now) {
    return jdbc.sql("""
            insert into registry_change (kind, department, file_name, file_sha256, reason, good_rows_only, proposed_at,
              proposed_by, proposed_by_name)
            values (?, ?, ?, repeat('0', 64), ?, ?, ?, ?, ?) returning id""")
        .params(kind.name(), department, fileName, reason, goodRowsOnly, now, by.userId(), by.name())
        .query(Long.class).single();
  }

  /** Says that it was typed on a page. @param subject key of the entry that is changed; null for a new one */
  void typed(long id, String subject) {
    jdbc.sql("update registry_change set on_page = true, subject = ? where id = ?").params(subject, id).update();
  }

  /** Proposals about this entry from its page that are not decided yet, the oldest first. */
  List<RegistryChange> open(ChangeKind kind, String subject) {
    return jdbc.sql("""
            select * from registry_change where kind = ? and subject = ? and status in ('READING', 'WAITING') order by id""")
        .params(kind.name(), subject).query(ChangeTable::map).list();
  }

  /** Those of these proposals that were typed on a page. */
  Set<Long> typed(Collection<Long> ids) {
    return jdbc.sql("select id from registry_change where on_page and id = any (?)").param(ids.toArray(Long[]::new))
        .query(Long.class).set();
  }

  /** Key of the first row that is staged. */
  String stagedKey(long id) {
    return jdbc.sql("select key from registry_change_row where change_id = ? order by line limit 1").param(id)
        .query(String.class).single();
  }

  /** Stages one row. */
  void stage(long id, int line, Listing.Entry entry) {
    jdbc.sql("insert into registry_change_row (change_id, line, key, cells) values (?, ?, ?, ?)")
        .params(id, line, entry.key(), entry.cells()).update();
  }

  /** Keeps the file piece by piece. @return its size in bytes */
  long keep(long id, InputStream file) throws IOException {
    long size = 0;
    int part = 0;
    for (byte[] bytes = file.readNBytes(PART); bytes.length > 0; bytes = file.readNBytes(PART)) {
      jdbc.sql("insert into registry_change_file values (?, ?, ?)").params(id, part, bytes).update();
      size += bytes.length;
      part++;
    }
    return size;
  }

  void write(long id, OutputStream to) throws IOException {
    byte[] bytes = part(id, 0);
    for (int part = 1; bytes != null; part++) {
      to.write(bytes);
      bytes = part(id, part);
    }
  }

  private byte[] part(long id, int part) {
    return jdbc.sql("select bytes from registry_change_file where change_id = ? and part = ?").params(id, part)
        .query((row, n) -> row.getBytes(1)).optional().orElse(null);
  }

  void hashed(long id, String sha256) {
    jdbc.sql("update registry_change set file_sha256 = ? where id = ?").params(sha256, id).update();
  }

  RegistryChange get(long id) {
    return jdbc.sql("select * from registry_change where id = ?").param(id).query(ChangeTable::map).optional()
        .orElseThrow(() -> new UnknownChange(id));
  }

  /** As {@link #get}; whoever comes next waits until this transaction has ended. */
  RegistryChange lock(long id) {
    return jdbc.sql("select * from registry_change where id = ? for update").param(id).query(ChangeTable::map).optional()
        .orElseThrow(() -> new UnknownChange(id));
  }

  /** The latest first. @param departments whose lists; null for all */
  Page<RegistryChange> list(List<String> departments, int page, int size) {
    String[] of = departments == null ? null : departments.toArray(String[]::new);
    String where = " from registry_change where :of::text[] is null or department = any (:of)";
    return new Page<>(
        jdbc.sql("select *" + where + " order by id desc offset :offset limit :size").param("of", of)
            .param("offset", Page.offset(page, size)).param("size", size).query(ChangeTable::map).list(),
        page, size, jdbc.sql("select count(*)" + where).param("of", of).query(Long.class).single());
  }

  /** Says how far reading has come. @return whether to go on: not once it was withdrawn */
  boolean progress(long id, int read, int bad) {
    return jdbc.sql("update registry_change set rows_read = ?, bad_rows = ? where id = ? and status = 'READING'")
        .params(read, bad, id).update() == 1;
  }

  /** @return whether it counts: not if it was withdrawn meanwhile */
  boolean compared(long id, Comparison now) {
    Counts counts = now.counts();
    return jdbc.sql("""
            update registry_change set rows_read = ?, bad_rows = ?, added = ?, changed = ?, removed = ?, unchanged = ?,
              fingerprint = ?, status = 'WAITING', decided_at = null, decided_by = null, decided_by_name = null, decision_note = null
            where id = ? and status in ('READING', 'WAITING')""")
        .params(counts.rowsRead(), counts.bad(), counts.added(), counts.changed(), counts.removed(), counts.unchanged(),
            now.fingerprint(), id)
        .update() == 1;
  }

  /** Whether what was approved is what it would do now. */
  boolean stillHolds(RegistryChange change, Comparison now) {
    return now.counts().sameEffect(change.counts()) && jdbc
        .sql("select fingerprint is not distinct from ? or fingerprint is null from registry_change where id = ?")
        .params(now.fingerprint(), change.id()).query(Boolean.class).single();
  }

  void overtaken(long id, OffsetDateTime at) {
    jdbc.sql("update registry_change set overtaken_at = ? where id = ?").params(at, id).update();
  }

  void refused(long id, int read, int bad, String why) {
    jdbc.sql("""
            update registry_change set status = 'REFUSED', rows_read = ?, bad_rows = ?, refusal = ?
            where id = ? and status = 'READING'""")
        .params(read, bad, why, id).update();
  }

  void decided(long id, ChangeStatus status, Actor by, OffsetDateTime at, String note) {
    jdbc.sql("""
            update registry_change set status = ?, decided_at = ?, decided_by = ?, decided_by_name = ?, decision_note = ?
            where id = ?""")
        .params(status.name(), at, by.userId(), by.name(), note, id).update();
  }

  void inForce(long id, OffsetDateTime at) {
    jdbc.sql("update registry_change set status = 'IN_FORCE', in_force_at = ? where id = ?").params(at, id).update();
  }

  void keepProblems(long id, List<FileProblem> problems) {
    Integer[] lines = problems.stream().map(FileProblem::row).toArray(Integer[]::new);
    jdbc.sql("""
            insert into registry_change_problem
            select ?, n, line, head, found, remedy
            from unnest(?::int[], ?::text[], ?::text[], ?::text[]) with ordinality as p (line, head, found, remedy, n)""")
        .params(id, lines, problems.stream().map(FileProblem::column).toArray(String[]::new),
            problems.stream().map(FileProblem::found).toArray(String[]::new),
            problems.stream().map(FileProblem::expected).toArray(String[]::new))
        .update();
  }

  /** Notes the staged rows that this query rules out, and takes them away. @return how many rows */
  int ruleOut(long id, String query) {
    analyzeRows();
    jdbc.sql("insert into registry_change_problem (change_id, seq, line, column_head, found, remedy)"
            + " select :id, (select coalesce(max(seq), 0) from registry_change_problem where change_id = :id)"
            + " + row_number() over (order by line), line, head, found, remedy"
            + " from (" + query + ") q (line, head, found, remedy) order by line limit 10000")
        .param("id", id).update();
    return jdbc.sql("delete from registry_change_row where change_id = :id and line in"
            + " (select line from (" + query + ") q (line, head, found, remedy))")
        .param("id", id).update();
  }

  Page<FileProblem> problems(long id, int page, int size) {
    return new Page<>(jdbc.sql("""
            select line, column_head, found, remedy from registry_change_problem where change_id = ?
            order by line, seq offset ? limit ?""")
        .params(id, Page.offset(page, size), size)
        .query((row, n) -> new FileProblem(row.getInt(1), row.getString(2), row.getString(3), row.getString(4))).list(),
        page, size,
        jdbc.sql("select count(*) from registry_change_problem where change_id = ?").param(id).query(Long.class).single());
  }

  void clear(long id) {
    jdbc.sql("delete from registry_change_problem where change_id = ?").param(id).update();
    clearRows(id);
  }

  void clearRows(long id) {
    jdbc.sql("delete from registry_change_row where change_id = ?").param(id).update();
  }

  /** Until then the server expects no rows, and goes through all of them for each. */
  private void analyzeRows() {
    jdbc.sql("analyze registry_change_row").update();
  }

  /** What the staged rows would do. @param fingerprint of that and of all that they were compared with */
  record Comparison(Counts counts, long fingerprint) {}

  /**
   * Compares the staged rows with the registry.
   *
   * @param rows of the file @param bad rows of these that cannot be used
   */
  Comparison compare(long id, Listing listing, int rows, int bad) {
    analyzeRows();
    if (listing.mergedNumbers() != null) {
      followMerged(id, listing.mergedNumbers());
    }
    String compared = listing.compared();
    Map<String, Integer> effects = new HashMap<>();
    long[] fingerprint = new long[1];
    jdbc.sql("select effect, count(*)::int, bit_xor(hash_array_extended(array_append(before || after, key::text), 0))"
            + " from (" + compared + ") q group by effect").param("id", id)
        .query(row -> {
          effects.put(row.getString(1), row.getInt(2));
          fingerprint[0] ^= row.getLong(3);
        });
    return new Comparison(new Counts(rows, bad, effects.getOrDefault(Effect.ADDED.name(), 0),
        effects.getOrDefault(Effect.CHANGED.name(), 0), effects.getOrDefault(Effect.REMOVED.name(), 0),
        effects.getOrDefault("SAME", 0)), fingerprint[0]);
  }

  /**
   * Lets rows that name a merged object name the kept one. Where the file says something of that one too, this counts;
   * whoever approves is told either way.
   */
  private void followMerged(long id, Listing.MergedNumbers numbers) {
    if (!jdbc.sql("select exists (select from inspection_object where merged_into is not null)").query(Boolean.class).single()) {
      return;
    }
    String merged = """
        with merged as materialized (
          select n.*, n.nth > 1 or exists (select from registry_change_row x
              where x.change_id = :id and x.key = n.new_key and x.line <> n.line) as spare
          from (
            select r.line, o.object_no as number, k.object_no, k.name, %2$s as new_key,
              row_number() over (partition by %2$s order by r.line) as nth
            from registry_change_row r join inspection_object o on o.object_no = %1$s and o.merged_into is not null
              join inspection_object k on k.object_no = o.merged_into
            where r.change_id = :id) n)
        """.formatted(numbers.number(), numbers.key());
    jdbc.sql(merged + """
            insert into registry_change_problem (change_id, seq, line, column_head, found, remedy)
            select :id, (select coalesce(max(seq), 0) from registry_change_problem where change_id = :id)
                + row_number() over (order by line), line, '统一社会信用代码', number,
              object_no || '：原编号已并入“' || name || '”，'
                || case when spare then '文件中另有这一户，这一行不再采用' else '这一行按该户采用' end
            from merged order by line limit 10000""")
        .param("id", id).update();
    jdbc.sql(merged + "delete from registry_change_row r using merged m where r.change_id = :id and r.line = m.line and m.spare")
        .param("id", id).update();
    jdbc.sql(merged + "update registry_change_row r set key = m.new_key, " + numbers.set() + " from merged m"
            + " join inspection_object k using (object_no) where r.change_id = :id and r.line = m.line")
        .param("id", id).update();
  }

  /** @param before by field; null where nothing was */
  record Compared(int line, String title, List<String> before, List<String> after) {}

  List<Compared> samples(long id, String compared, Effect effect, int atMost) {
    return jdbc.sql("select line, title, before, after from (" + compared + ") q where effect = :effect"
            + " order by line limit :atMost")
        .param("id", id).param("effect", effect.name()).param("atMost", atMost)
        .query((row, n) -> new Compared(row.getInt(1), row.getString(2), texts(row, "before"), texts(row, "after")))
        .list();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return row.getArray(column) == null ? null
        : Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static RegistryChange map(ResultSet row, int number) throws SQLException {
    OffsetDateTime decidedAt = local(row, "decided_at");
    return new RegistryChange(row.getLong("id"), ChangeKind.valueOf(row.getString("kind")), row.getString("department"),
        new Origin(row.getString("file_name"), row.getString("file_sha256"), row.getBoolean("on_page"),
            row.getString("subject")),
        row.getString("reason"), row.getBoolean("good_rows_only"), ChangeStatus.valueOf(row.getString("status")),
        new Counts(row.getInt("rows_read"), row.getInt("bad_rows"), row.getInt("added"), row.getInt("changed"),
            row.getInt("removed"), row.getInt("unchanged")),
        row.getString("refusal"), local(row, "overtaken_at"),
        new Signature(row.getString("proposed_by"), row.getString("proposed_by_name"),
            local(row, "proposed_at")),
        decidedAt == null ? null : new Decision(row.getString("decided_by"), row.getString("decided_by_name"), decidedAt,
            row.getString("decision_note")),
        local(row, "in_force_at"));
  }

  /** As pages show it, in Asia/Shanghai; null for null. */
  private static OffsetDateTime local(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.atZoneSameInstant(Zone.SHANGHAI).toOffsetDateTime();
  }
}
