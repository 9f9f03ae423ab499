package cn.jointinspection.calendar;

import java.time.LocalDateTime;

/**
 * One uploaded table, as the history keeps it. Times are local, Asia/Shanghai.
 *
 * @param notice number of the State Council's notice
 * @param hiddenRows the rows that an office program hid in the file, in words; empty if there were none
 * @param baseVersion version of the table it was compared with; null where the year had none
 * @param decidedAt when it took effect or was discarded; null for a draft
 * @param decidedByName null for a draft
 */
public record HolidayUpload(
    long id, int year, String notice, String fileName, String content, String hiddenRows, Integer baseVersion,
    LocalDateTime uploadedAt, String uploadedByName, Status status, LocalDateTime decidedAt, String decidedByName) {

  /** Where an upload stands. */
  public enum Status {
    DRAFT("待生效"), IN_EFFECT("已生效"), DISCARDED("已放弃");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }
  }
}
