package cn.jointinspection.platform;

import java.nio.file.Path;

/** A data directory serves one running application; a second start beside it must not touch it. */
final class OneServerPerDataDirectory extends StartRefused {

  private static final long serialVersionUID = 1L;

  OneServerPerDataDirectory(Path dataDirectory, String holder) {
    super(
        "数据目录 %s 正由另一个运行中的本系统（进程号 %s）使用。本次启动已停止，运行中的系统不受影响。"
            .formatted(dataDirectory, holder),
        "请直接使用运行中的系统；要重新启动，请先停止进程 %s；要另开一套，请用 --joint-inspection.data-dir=另一目录 和 --server.port=另一端口 启动。"
            .formatted(holder),
        null);
  }
}
