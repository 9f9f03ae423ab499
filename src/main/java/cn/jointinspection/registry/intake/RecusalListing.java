package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.Zone;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.RecusalOrigin;
import cn.jointinspection.registry.RecusalReason;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 回避名单: which inspectors of a department keep away from which objects, from when to when (三). A row about a pair that is
 * listed already ends or prolongs it; what the row leaves empty stays.
 */
@Component
class RecusalListing implements Listing {

  private static final String INSPECTOR = OwnRecusal.INSPECTOR;
  private static final String REASON = OwnRecusal.REASON;
  private static final String ORIGIN = OwnRecusal.ORIGIN;
  private static final String FROM = OwnRecusal.FROM;
  private static final String UNTIL = OwnRecusal.UNTIL;
  private static final String NOTE = OwnRecusal.NOTE;
  private static final String FOR_GOOD = "长期";
  private static final List<String> FOR_GOOD_TOO = List.of(FOR_GOOD, "永久", "无期限");
  private static final int LONGEST_NOTE = 500;
  private static final List<String> REASONS = labels(RecusalReason.values(), RecusalReason::label);
  private static final List<String> ORIGINS = labels(RecusalOrigin.values(), RecusalOrigin::label);
  private static final List<Column> COLUMNS = List.of(
      Column.needed(INSPECTOR, "14082600001", "执法证件号", "执法证编号", "行政执法证号", "执法证件编号"),
      ObjectNumber.column(),
      Column.needed(REASON, RecusalReason.DECLARED.label(), "回避原因", "事由", "回避理由").oneOf(REASONS),
      Column.optional(ORIGIN, RecusalOrigin.DECLARED.label(), "方式", "回避类型", "提出方式").oneOf(ORIGINS),
      Column.optional(FROM, "2024-01-01", "起始日", "开始日期", "回避起始日期", "起"),
      Column.optional(UNTIL, FOR_GOOD, "截止日", "结束日期", "终止日期", "回避截止日期", "止"),
      Column.optional(NOTE, "", "备注", "回避说明", "情况说明"));

  /** The last day a row says, or that stands; and the first one that follows from what stands. */
  private static final String RESOLVED = """
      from registry_change_row r
        left join recusal c on c.inspector = r.cells[1] and c.object_no = r.cells[2]
        cross join lateral (select case when r.cells[6] is null then c.ends_on
          when r.cells[6] = '长期' then null else r.cells[6]::date end as ends_on,
          coalesce(r.cells[4], c.origin, case r.cells[3] when 'DECLARED' then 'DECLARED' else 'ORDERED' end) as origin,
          coalesce(r.cells[7], c.note) as note) now
      """;

  private final String division;
  private final JdbcClient jdbc;

  RecusalListing(@Value("${joint-inspection.division.code}") String division, JdbcClient jdbc) {
    this.division = division;
    this.jdbc = jdbc;
  }

  /** @param key certificate number, a bar, and the object's published id */
  @Override
  public Optional<Map<String, String>> today(String key) {
    return jdbc.sql("""
            select reason, origin, starts_on, ends_on, note from recusal where inspector = ? and object_no = ?""")
        .params(key.substring(0, Math.max(0, key.indexOf('|'))), key.substring(key.indexOf('|') + 1))
        .query((row, n) -> {
          Map<String, String> texts = new LinkedHashMap<>();
          texts.put(INSPECTOR, key.substring(0, key.indexOf('|')));
          texts.put(ObjectNumber.HEAD, key.substring(key.indexOf('|') + 1));
          texts.put(REASON, RecusalReason.valueOf(row.getString("reason")).label());
          texts.put(ORIGIN, RecusalOrigin.valueOf(row.getString("origin")).label());
          texts.put(FROM, row.getString("starts_on"));
          texts.put(UNTIL, Objects.requireNonNullElse(row.getString("ends_on"), FOR_GOOD));
          texts.put(NOTE, Objects.requireNonNullElse(row.getString("note"), ""));
          return texts;
        }).optional();
  }

  @Override
  public List<String> fixed() {
    return List.of(INSPECTOR, ObjectNumber.HEAD);
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.RECUSALS;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    return row -> {
      String inspector = checks.hasItsDigits(row, INSPECTOR) ? CellText.code(checks.required(row, INSPECTOR, 30)) : null;
      String objectNo = ObjectNumber.of(row, checks, division);
      RecusalReason reason = checks.orProblem(
          named(RecusalReason.values(), RecusalReason::label, row.text(REASON)), row, REASON, oneOf(REASONS));
      String key = inspector + "|" + objectNo;
      if (objectNo != null) {
        checks.unique(key, row, INSPECTOR);
      }
      return new Entry(key, inspector, objectNo, reason == null ? null : reason.name(), origin(row, checks),
          day(row, FROM, checks, "回避开始的那一天，例如 2024-03-20；不填的，自批准生效之日起"), lastDay(row, checks), note(row, checks));
    };
  }

  /** Null where nothing is said. */
  private static String origin(TableRow row, CellChecks checks) {
    if (isEmpty(row, ORIGIN)) {
      return null;
    }
    RecusalOrigin origin = checks.orProblem(
        named(RecusalOrigin.values(), RecusalOrigin::label, row.text(ORIGIN)), row, ORIGIN, oneOf(ORIGINS) + "，或不填");
    return origin == null ? null : origin.name();
  }

  private static String lastDay(TableRow row, CellChecks checks) {
    return FOR_GOOD_TOO.contains(CellText.name(row.text(UNTIL))) ? FOR_GOOD
        : day(row, UNTIL, checks, "回避的最后一天，例如 2025-03-19，或“长期”");
  }

  private static String day(TableRow row, String column, CellChecks checks, String expected) {
    LocalDate day = isEmpty(row, column) ? null : checks.date(row, column, expected);
    return day == null ? null : day.toString();
  }

  private static String note(TableRow row, CellChecks checks) {
    return isEmpty(row, NOTE) ? null : checks.required(row, NOTE, LONGEST_NOTE);
  }

  private static boolean isEmpty(TableRow row, String column) {
    return CellText.name(row.text(column)).isEmpty();
  }

  @Override
  public List<String> fields() {
    return List.of("检查人员", "检查对象", REASON, ORIGIN, FROM, UNTIL, NOTE);
  }

  @Override
  public String inWords(int field, String value) {
    return value == null ? null : switch (field) {
      case 2 -> RecusalReason.valueOf(value).label();
      case 3 -> RecusalOrigin.valueOf(value).label();
      default -> value;
    };
  }

  @Override
  public String compared() {
    return """
        select line, key, case when before is null then 'ADDED' when before is not distinct from after then 'SAME'
            else 'CHANGED' end as effect, title, before, after
        from (
          select r.line, r.key, i.name || ' — ' || o.name as title,
            case when c.inspector is not null then array[c.inspector, c.object_no, c.reason, c.origin, c.starts_on::text,
              coalesce(c.ends_on::text, '长期'), c.note] end as before,
            array[r.cells[1], r.cells[2], r.cells[3], now.origin, coalesce(r.cells[5], c.starts_on::text, '生效之日'),
              coalesce(now.ends_on::text, '长期'), now.note] as after
        """ + RESOLVED + """
            join inspector i on i.certificate_no = r.cells[1] join inspection_object o on o.object_no = r.cells[2]
          where r.change_id = :id) compared
        """;
  }

  @Override
  public String ruledOut() {
    return ObjectNumber.unknown("r.cells[2]") + """
         union all
        select r.line, '执法证号', r.cells[1], '本部门执法检查人员名录中的执法证号；还没有的，先导入人员名录'
        from registry_change_row r join registry_change c on c.id = r.change_id
        where r.change_id = :id and not exists (
          select from inspector i where i.certificate_no = r.cells[1] and i.department = c.department)
         union all
        select r.line, '截止日期', now.ends_on::text, '不早于起始日期 ' || coalesce(r.cells[5], c.starts_on::text)
          || ' 的日期，或“长期”'
        """ + RESOLVED + """
        where r.change_id = :id and now.ends_on < coalesce(r.cells[5]::date, c.starts_on)
        """;
  }

  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.cells[2]", "r.cells[1] || '|' || k.object_no", "cells[2] = k.object_no");
  }

  /** Where no first day is said it is the day on which it comes into force; a row that only ends something stays possible. */
  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            insert into recusal as kept (inspector, object_no, reason, origin, starts_on, ends_on, note, filed_at, filed_by,
              change_id, line)
            select r.cells[1], r.cells[2], r.cells[3], now.origin,
              coalesce(r.cells[5]::date, least(coalesce(c.starts_on, :today), now.ends_on)), now.ends_on, now.note,
              :now, :by, :id, r.line
            """ + RESOLVED + """
            where r.change_id = :id order by r.key
            on conflict (inspector, object_no) do update set
              reason = excluded.reason, origin = excluded.origin, starts_on = excluded.starts_on,
              ends_on = excluded.ends_on, note = excluded.note, change_id = excluded.change_id, line = excluded.line
            where (kept.reason, kept.origin, kept.starts_on, kept.ends_on, kept.note) is distinct from
              (excluded.reason, excluded.origin, excluded.starts_on, excluded.ends_on, excluded.note)""")
        .param("id", change.id()).param("now", now).param("by", change.proposed().by())
        .param("today", LocalDate.ofInstant(now.toInstant(), Zone.SHANGHAI)).update();
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  private static <T> Optional<T> named(T[] values, Function<T, String> label, String text) {
    String word = CellText.name(text);
    return Arrays.stream(values).filter(value -> label.apply(value).equals(word)).findFirst();
  }

  private static String oneOf(List<String> labels) {
    return labels.stream().collect(Collectors.joining("、", "", "之一"));
  }
}
