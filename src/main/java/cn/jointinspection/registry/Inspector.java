package cn.jointinspection.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * A person who may inspect (执法检查人员).
 *
 * @param certificateNo 执法证号, the published id
 * @param department code of his department
 * @param account id of his account, null until he has one
 * @param certificateExpiresOn last day on which the certificate is valid
 * @param labels 资质与专长, sorted, each once
 * @param matters 可检查事项 of his department's list, sorted, each once; empty for all of them
 * @param inForce false once he has left
 * @param version to hand back when saving
 */
public record Inspector(
    String certificateNo, String name, String department, String account, LocalDate certificateExpiresOn,
    List<String> labels, List<String> matters, boolean inForce, int version) {

  public Inspector {
    labels = sorted(labels);
    matters = sorted(matters);
  }

  /** One who may check all matters of his department. */
  public Inspector(String certificateNo, String name, String department, String account, LocalDate certificateExpiresOn,
      List<String> labels, boolean inForce, int version) {
    this(certificateNo, name, department, account, certificateExpiresOn, labels, List.of(), inForce, version);
  }

  /** Whether he may be assigned on that day (三). */
  public boolean mayInspectOn(LocalDate day) {
    return inForce && !certificateExpiresOn.isBefore(day);
  }

  private static List<String> sorted(Collection<String> labels) {
    return labels.stream().distinct().sorted().toList();
  }
}
