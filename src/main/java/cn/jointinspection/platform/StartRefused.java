package cn.jointinspection.platform;

import java.nio.file.Path;

/** A start that a rule stops. Nothing was changed; the message says what and where, {@link #action()} what to do. */
abstract sealed class StartRefused extends RuleViolation {

  private final String action;

  private StartRefused(String message, String action, Throwable cause) {
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

  /** Production keeps its data in a PostgreSQL server of its own, never in the embedded one. */
  static final class ProductionNeedsDatabaseUrl extends StartRefused {
    ProductionNeedsDatabaseUrl() {
      super(
          "正式运行（production）没有给出数据库地址：环境变量 SPRING_DATASOURCE_URL 为空。",
          "请设置 SPRING_DATASOURCE_URL=jdbc:postgresql://主机:5432/库名、SPRING_DATASOURCE_USERNAME 和"
              + " SPRING_DATASOURCE_PASSWORD 后再启动；只想演练，请去掉 SPRING_PROFILES_ACTIVE。",
          null);
    }
  }

  /** A data directory serves one running application; a second start beside it must not touch it. */
  static final class OneServerPerDataDirectory extends StartRefused {
    OneServerPerDataDirectory(Path dataDirectory, String holder) {
      super(
          "数据目录 %s 正由另一个运行中的本系统（进程号 %s）使用。本次启动已停止，运行中的系统不受影响。"
              .formatted(dataDirectory, holder),
          "请直接使用运行中的系统；要重新启动，请先停止进程 %s；要另开一套，请用 --joint-inspection.data-dir=另一目录 和 --server.port=另一端口 启动。"
              .formatted(holder),
          null);
    }
  }

  /** The embedded database did not do what it was asked; carries its own words. */
  static final class EmbeddedDatabaseMustStart extends StartRefused {
    EmbeddedDatabaseMustStart(Path dataDirectory, String reason, Throwable cause) {
      super(
          "内置数据库（数据目录 %s）未能就绪：%s".formatted(dataDirectory, reason),
          "请检查该目录的磁盘空间、属主和读写权限，并查看其中的 postgres.log；尽量用普通用户而非 root 运行。目录中的数据没有被删除。",
          cause);
    }
  }
}
