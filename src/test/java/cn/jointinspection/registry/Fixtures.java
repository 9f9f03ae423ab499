package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What tests of the registries start from. */
final class Fixtures {

  static final Actor REGISTRAR = new Actor("registrar", "示例登记员", Set.of("scjgj"));
  static final String HOTELS = "本辖区各类旅馆";

  /** By the clock of the tests. */
  static final LocalDate TODAY = LocalDate.of(2024, 3, 20);

  private Fixtures() {}

  /** A hotel in force; the number makes the id. */
  static ObjectDraft hotel(int number, RiskClass riskClass) {
    return object("140826:LG-%03d".formatted(number), riskClass, ObjectStatus.IN_FORCE, HOTELS);
  }

  static ObjectDraft object(String objectNo, RiskClass riskClass, ObjectStatus status, String... scopes) {
    return new ObjectDraft(
        objectNo, "示例旅馆" + objectNo, null, objectNo, "企业", "示例镇示例路1号", null, riskClass, status, Set.of(scopes));
  }

  /** By which the inspector signs in; as in life, it is not his certificate number. */
  static String account(String certificateNo) {
    return "jc" + certificateNo;
  }

  static Inspector inspector(String certificateNo, String department, LocalDate expiresOn, String... labels) {
    return new Inspector(
        certificateNo, "示例" + certificateNo, department, account(certificateNo), expiresOn, List.of(labels), true, 0);
  }
}
