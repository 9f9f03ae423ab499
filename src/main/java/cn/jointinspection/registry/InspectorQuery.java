package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import java.time.LocalDate;

/**
 * What is asked of the registry of inspectors; all that is given must hold.
 *
 * @param text part of a name, or the beginning of a certificate number; empty for any
 * @param department code; empty for any
 * @param label one he has; empty for any
 * @param inForce whether he is in office; null for either
 * @param certificate how long it holds; null for either
 * @param today by which that is told, Asia/Shanghai
 */
public record InspectorQuery(
    String text, String department, String label, Boolean inForce, Certificate certificate, LocalDate today) {

  /** Days before its last one on which an expiring certificate is announced. */
  public static final int ANNOUNCED = 30;

  /** How long a certificate holds. */
  public enum Certificate {
    /** Its last day is today or one of the next {@link #ANNOUNCED}. */
    EXPIRING,
    EXPIRED
  }

  public InspectorQuery {
    text = text == null ? "" : CellText.name(text);
    department = department == null ? "" : department;
    label = label == null ? "" : label;
  }

  /** How long a certificate holds whose last day this is; null where nothing is to be said. */
  public static Certificate of(LocalDate lastDay, LocalDate today) {
    if (lastDay.isBefore(today)) {
      return Certificate.EXPIRED;
    }
    return lastDay.isAfter(today.plusDays(ANNOUNCED)) ? null : Certificate.EXPIRING;
  }

  String atStartOfCertificate() {
    return CellText.code(text);
  }

  LocalDate firstLastDay() {
    return certificate == Certificate.EXPIRING ? today : LocalDate.EPOCH;
  }

  LocalDate lastLastDay() {
    return certificate == Certificate.EXPIRED ? today.minusDays(1) : today.plusDays(ANNOUNCED);
  }
}
