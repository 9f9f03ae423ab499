package cn.jointinspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jointinspection.calendar.CalendarRefused.HolidayTableRefused;
import cn.jointinspection.calendar.CalendarRefused.HolidayUploadOvertaken;
import cn.jointinspection.calendar.CalendarRefused.PastDaysStay;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({HolidayTables.class, HolidayUploads.class, WorkingDays.class})
@DisplayName("放假安排的上传、核对、生效")
class HolidayUploadsTest {

  private static final Actor OFFICE = new Actor("bgsStaff1", "示例办公室", Set.of("bgs"));

  @Autowired HolidayTables tables;
  @Autowired HolidayUploads uploads;
  @Autowired WorkingDays workingDays;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void backToTheReference() {
    jdbc.sql("truncate holiday, holiday_year, holiday_upload, holiday_request restart identity cascade").update();
    tables.loadReference(Instant.EPOCH, "test");
  }

  @Test
  @DisplayName("随程序提供的三年各有文号和天数")
  void theReferenceNamesItsNotices() {
    jdbc.sql("truncate holiday, holiday_year cascade").update();
    tables.loadReference(Instant.EPOCH, "system");

    assertThat(tables.years())
        .extracting(y -> y.year() + " " + y.notice() + " " + y.holidays() + " " + y.workdays())
        .containsExactly("2026 国办发明电〔2025〕7号 33 6", "2025 国办发明电〔2024〕12号 28 5",
            "2024 国办发明电〔2023〕7号 28 8");
  }

  @Test
  @DisplayName("上传后只是草稿，生效后才按它计算，谁在何时按哪个文号都留下")
  void aDraftCountsOnlyWhenItTakesEffect() {
    long id = uploads.draft(YearOf2027.utf8(), "2027.csv", 2027, YearOf2027.NOTICE, OFFICE);
    assertThat(workingDays.knows(2027)).isFalse();
    assertThat(uploads.changes(uploads.find(id).orElseThrow())).hasSize(15).allMatch(change -> change.before() == null);

    assertThat(uploads.takeEffect(id, OFFICE)).isEqualTo(2027);

    assertThat(workingDays.isWorkingDay(LocalDate.of(2027, 2, 14))).isTrue();
    assertThat(uploads.history(1, 100).items()).singleElement().satisfies(upload -> {
      assertThat(upload.status()).isEqualTo(HolidayUpload.Status.IN_EFFECT);
      assertThat(upload.notice()).isEqualTo(YearOf2027.NOTICE);
      assertThat(upload.decidedByName()).isEqualTo("示例办公室");
      assertThat(upload.decidedAt()).isEqualTo("2024-03-20T09:00:00");
    });
    assertThatExceptionOfType(HolidayUploadOvertaken.class).isThrownBy(() -> uploads.takeEffect(id, OFFICE));
    assertThatExceptionOfType(HolidayUploadOvertaken.class).isThrownBy(() -> uploads.discard(id, OFFICE));
  }

  @Test
  @DisplayName("放弃的草稿不生效")
  void aDiscardedDraftDoesNothing() {
    long id = uploads.draft(YearOf2027.utf8(), "2027.csv", 2027, YearOf2027.NOTICE, OFFICE);

    uploads.discard(id, OFFICE);

    assertThatExceptionOfType(HolidayUploadOvertaken.class).isThrownBy(() -> uploads.takeEffect(id, OFFICE));
    assertThat(workingDays.knows(2027)).isFalse();
  }

  @Test
  @DisplayName("两人同时上传同一年，后生效的被拒绝，须重新核对")
  void aDraftComparedWithAnOldTableIsRefused() {
    long first = uploads.draft(YearOf2027.utf8(), "1.csv", 2027, YearOf2027.NOTICE, OFFICE);
    long second = uploads.draft(YearOf2027.utf8(), "2.csv", 2027, "另一文号", OFFICE);
    uploads.takeEffect(first, OFFICE);

    assertThatExceptionOfType(HolidayUploadOvertaken.class).isThrownBy(() -> uploads.takeEffect(second, OFFICE));

    assertThat(uploads.find(second).orElseThrow().status()).isEqualTo(HolidayUpload.Status.DRAFT);
    assertThat(tables.table(2027).orElseThrow().notice()).isEqualTo(YearOf2027.NOTICE);
  }

  @Test
  @DisplayName("今天以后的日子可以更正，已经过去的不能改")
  void thePastStays() {
    String all = tables.table(2024).orElseThrow().days().stream()
        .map(day -> day.date() + "," + day.kind().text() + "," + day.name())
        .collect(Collectors.joining("\n", "日期,类型,名称\n", "\n"));

    assertThatExceptionOfType(PastDaysStay.class)
        .isThrownBy(() -> draft(all.replace("2024-02-18,上班,春节\n", ""))).withMessageContaining("2024-02-18 已经过去");
    long id = draft(all.replace("2024-10-12,上班,国庆节\n", ""));
    assertThat(uploads.changes(uploads.find(id).orElseThrow())).singleElement()
        .satisfies(change -> assertThat(change.date()).isEqualTo("2024-10-12"));
    uploads.takeEffect(id, OFFICE);
    assertThat(workingDays.isWorkingDay(LocalDate.of(2024, 10, 12))).isFalse();
    assertThat(workingDays.isWorkingDay(LocalDate.of(2024, 2, 18))).isTrue();
  }

  private long draft(String csv) {
    return uploads.draft(csv.getBytes(StandardCharsets.UTF_8), "2024.csv", 2024, "更正", OFFICE);
  }

  @Test
  @DisplayName("没有文号的不收；12月起下一年缺安排的才请补充，同一年只请一次")
  void onlyWithItsNoticeAndOnlyAskedOnce() {
    assertThatExceptionOfType(HolidayTableRefused.class)
        .isThrownBy(() -> uploads.draft(YearOf2027.utf8(), "a.csv", 2027, " ", OFFICE)).withMessageContaining("文号");
    assertThat(workingDays.missingYear(LocalDate.of(2026, 11, 30))).isEmpty();
    assertThat(workingDays.missingYear(LocalDate.of(2026, 12, 1))).contains(2027);
    assertThat(workingDays.missingYear(LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(workingDays.missingYear(LocalDate.of(2027, 1, 2))).contains(2027);
    assertThat(uploads.claimRequest(2027)).isTrue();
    assertThat(uploads.claimRequest(2027)).isFalse();
  }
}
