package cn.jointinspection.platform;

/** A start that a rule stops. Nothing was changed; the message says what and where, {@link #action()} what to do. */
abstract class StartRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private final String action;

  StartRefused(String message, String action, Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** What the person at the machine should do next, in Chinese. */
  String action() {
    return action;
  }

  /** A program made for a database server carries no PostgreSQL of its own, and so rehearses nothing. */
  static final class PostgresLeftOut extends StartRefused {
    PostgresLeftOut(Throwable cause) {
      super(
          "本程序是服务器版，不带内置数据库，不能演练；也没有给出数据库地址：环境变量 SPRING_DATASOURCE_URL 为空。",
          "正式运行，请设置 SPRING_PROFILES_ACTIVE=production 和 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、"
              + "SPRING_DATASOURCE_PASSWORD 后再启动；要演练，请改用不加 -Pserver 构建的程序。",
          cause);
    }
  }
}
