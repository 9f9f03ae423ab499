package cn.jointinspection.engine.identity;

/** A production system would start without anybody who can make accounts. */
final class NoAdministrator extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NoAdministrator() {
    super("系统中还没有管理员。请设置环境变量 JOINT_INSPECTION_ADMIN_USER 和 JOINT_INSPECTION_ADMIN_PASSWORD 后重新启动。");
  }
}
