package cn.jointinspection.calendar;

import cn.jointinspection.calendar.CalendarRefused.HolidayFileRefused;
import cn.jointinspection.calendar.CalendarRefused.HolidayTableRefused;
import cn.jointinspection.calendar.CalendarRefused.HolidayUploadOvertaken;
import cn.jointinspection.calendar.CalendarRefused.NoSuchHolidayUpload;
import cn.jointinspection.calendar.CalendarRefused.PastDaysStay;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables that the office uploads: read and checked, kept as drafts, looked at, then in effect or discarded (五). Who may do
 * so is the caller's to check. Every upload stays, as the history.
 */
@Service
public class HolidayUploads {

  private static final int LONGEST_NOTICE = 100;

  private final JdbcClient jdbc;
  private final HolidayTables tables;
  private final Clock clock;

  HolidayUploads(JdbcClient jdbc, HolidayTables tables, Clock clock) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Reads and checks a file and keeps it as a draft; nothing counts by it yet.
   *
   * @param notice number of the State Council's notice
   * @return id of the draft
   * @throws HolidayFileRefused naming each problem with its line
   * @throws PastDaysStay if it changes days of a known year that have passed
   */
  @Transactional
  public long draft(byte[] bytes, String fileName, int year, String notice, Actor by) {
    if (notice == null || notice.isBlank() || notice.length() > LONGEST_NOTICE) {
      throw new HolidayTableRefused("%d年的放假安排未保存：请填写国务院办公厅通知的文号，不超过 100 字。".formatted(year));
    }
    HolidayFile.Content read = HolidayFile.read(bytes, fileName, year, notice.strip());
    HolidayTable table = read.table();
    requirePastUnchanged(table);
    return jdbc.sql("""
            insert into holiday_upload
              (year, notice, file_name, content, hidden_rows, base_version, uploaded_at, uploaded_by, uploaded_by_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
        .params(year, table.notice(), fileName, csv(table), read.hiddenRows(), version(year).orElse(null),
            clock.instant().atOffset(ZoneOffset.UTC), by.userId(), by.name())
        .query(Long.class).single();
  }

  /** Empty if there is none with this id. */
  public Optional<HolidayUpload> find(long id) {
    return jdbc.sql(SELECT + " where id = ?").param(id).query(HolidayUpload.class).optional();
  }

  /** What was uploaded so far, the latest first. @param page counted from 1 */
  public Page<HolidayUpload> history(int page, int size) {
    return new Page<>(
        jdbc.sql(SELECT + " order by id desc offset ? limit ?").params(Page.offset(page, size), size)
            .query(HolidayUpload.class).list(),
        page, size, jdbc.sql("select count(*) from holiday_upload").query(Long.class).single());
  }

  /** The table that a draft holds. */
  public HolidayTable table(HolidayUpload upload) {
    return HolidayFile.read(
        upload.content().getBytes(StandardCharsets.UTF_8), "stored.csv", upload.year(), upload.notice()).table();
  }

  /** Day by day what a draft would change now. */
  public List<HolidayChange> changes(HolidayUpload upload) {
    return changes(table(upload));
  }

  /**
   * Lets a draft take effect; whatever is counted from now on goes by it.
   *
   * @return the year
   * @throws HolidayUploadOvertaken if it is no draft any more, or the table it was compared with has changed since
   * @throws PastDaysStay if days it changes have passed since
   */
  @Transactional
  public int takeEffect(long id, Actor by) {
    HolidayUpload draft = decide(id, HolidayUpload.Status.IN_EFFECT, by);
    jdbc.sql("lock table holiday_year in share row exclusive mode").update();
    if (!version(draft.year()).equals(Optional.ofNullable(draft.baseVersion()))) {
      throw new HolidayUploadOvertaken(draft.year());
    }
    HolidayTable table = table(draft);
    requirePastUnchanged(table);
    tables.replace(table, clock.instant(), by.userId());
    return draft.year();
  }

  /** @throws HolidayUploadOvertaken if it is no draft any more */
  @Transactional
  public void discard(long id, Actor by) {
    decide(id, HolidayUpload.Status.DISCARDED, by);
  }

  /**
   * Claims the one request to the office for the table of a year; the transaction decides which node has it.
   *
   * @return whether the caller is the first to ask
   */
  @Transactional
  public boolean claimRequest(int year) {
    return jdbc.sql("insert into holiday_request (year, requested_at) values (?, ?) on conflict do nothing")
        .params(year, clock.instant().atOffset(ZoneOffset.UTC)).update() == 1;
  }

  private HolidayUpload decide(long id, HolidayUpload.Status status, Actor by) {
    HolidayUpload upload = find(id).orElseThrow(NoSuchHolidayUpload::new);
    int changed = jdbc.sql("""
            update holiday_upload set status = ?, decided_at = ?, decided_by = ?, decided_by_name = ?
            where id = ? and status = 'DRAFT'""")
        .params(status.name(), clock.instant().atOffset(ZoneOffset.UTC), by.userId(), by.name(), id).update();
    if (changed != 1) {
      throw new HolidayUploadOvertaken(upload.year());
    }
    return upload;
  }

  private void requirePastUnchanged(HolidayTable table) {
    if (version(table.year()).isEmpty()) {
      return;
    }
    List<LocalDate> past = changes(table).stream().filter(HolidayChange::changesTheCount).map(HolidayChange::date)
        .filter(date -> date.isBefore(LocalDate.now(clock))).toList();
    if (!past.isEmpty()) {
      throw new PastDaysStay(table.year(), past);
    }
  }

  private List<HolidayChange> changes(HolidayTable table) {
    return HolidayChange.between(
        tables.table(table.year()).map(HolidayTable::days).orElse(List.of()), table.days());
  }

  private Optional<Integer> version(int year) {
    return jdbc.sql("select version from holiday_year where year = ?").param(year).query(Integer.class).optional();
  }

  private static String csv(HolidayTable table) {
    return table.days().stream().map(day -> day.date() + "," + day.kind().code() + "," + day.name())
        .sorted().collect(Collectors.joining("\n", "date,kind,name\n", "\n"));
  }

  private static final String SELECT = """
      select id, year, notice, file_name, content, hidden_rows, base_version, uploaded_at::timestamp as uploaded_at,
        uploaded_by_name, status, decided_at::timestamp as decided_at, decided_by_name from holiday_upload""";
}
