package cn.jointinspection.inspection;

import cn.jointinspection.registry.ObjectStatus;
import java.util.Optional;

/** Why an object cannot be inspected any more. */
public enum SubstitutionReason {
  DEREGISTERED("注销", ObjectStatus.DEREGISTERED),
  REVOKED("被吊销", ObjectStatus.REVOKED),
  CANCELLED("被撤销", ObjectStatus.CANCELLED),
  MOVED_OUT("迁出", ObjectStatus.MOVED_OUT),
  /** Gone without a trace in any register, which therefore stays as it is. */
  NOT_FOUND("已不存在且无法联系", null);

  private final String text;
  private final ObjectStatus registryStatus;

  SubstitutionReason(String text, ObjectStatus registryStatus) {
    this.text = text;
    this.registryStatus = registryStatus;
  }

  public String text() {
    return text;
  }

  /** What the registry of objects is told; empty where it keeps the object in force. */
  Optional<ObjectStatus> registryStatus() {
    return Optional.ofNullable(registryStatus);
  }
}
