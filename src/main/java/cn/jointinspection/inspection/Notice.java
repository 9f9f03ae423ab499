package cn.jointinspection.inspection;

import java.time.LocalDate;

/**
 * The notice before a check (检查通知).
 *
 * @param text its wording; for {@link NoticeKind#UNANNOUNCED} the reason
 * @param visitOn planned day of the visit
 */
public record Notice(NoticeKind kind, String text, LocalDate visitOn) {}
