package cn.jointinspection.publicsite;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of the published plan as it now stands, in the printed words.
 *
 * @param jointInspectionId for example {@code 140826-2024-008}
 * @param cancelledBy number of the filing that cancelled the item (备案号); null while it is in force
 * @param adjustments every filed change, the oldest first (二: 备案后实施, 向社会公示)
 */
record PlanLine(
    String jointInspectionId, int rowNo, String name, List<String> matters, String scope, String ratio, String times,
    String window, String lead, List<String> cooperating, String mode, String cancelledBy, List<Filing> adjustments) {

  /**
   * A filed change of the item.
   *
   * @param filingNo 备案号
   * @param filedOn day of the filing, Asia/Shanghai
   * @param applicant name of the body that asked for it
   * @param change from what to what, in words
   */
  record Filing(String filingNo, LocalDate filedOn, String applicant, String change, String reason) {}
}
