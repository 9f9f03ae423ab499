package cn.jointinspection.platform;

import java.nio.file.Path;

/** The embedded database did not do what it was asked; carries its own words. */
final class EmbeddedDatabaseMustStart extends StartRefused {

  private static final long serialVersionUID = 1L;

  EmbeddedDatabaseMustStart(Path dataDirectory, String reason, Throwable cause) {
    super(
        "内置数据库（数据目录 %s）未能就绪：%s".formatted(dataDirectory, reason),
        "请检查该目录的磁盘空间、属主和读写权限，并查看其中的 postgres.log；尽量用普通用户而非 root 运行。目录中的数据没有被删除。",
        cause);
  }
}
