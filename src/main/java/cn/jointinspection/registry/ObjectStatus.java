package cn.jointinspection.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether an object still exists under the county's authority; only {@link #IN_FORCE} is drawn (三). */
public enum ObjectStatus {
  IN_FORCE("正常", "存续", "在业", "开业", "在营"),
  DEREGISTERED("注销", "已注销"),
  REVOKED("被吊销", "吊销", "已吊销"),
  CANCELLED("被撤销", "撤销", "已撤销"),
  MOVED_OUT("迁出", "已迁出"),
  SUSPENDED("停业", "歇业", "停产停业"),
  /** Its number leads to another entry, which stands for it; no file says this, a merge does. */
  MERGED("已合并");

  private final List<String> words;

  ObjectStatus(String... words) {
    this.words = List.of(words);
  }

  /** The word of the result table. */
  public String label() {
    return words.get(0);
  }

  /** Reads the label or one of the words the registries use for it; empty for anything else. */
  public static Optional<ObjectStatus> of(String text) {
    return Arrays.stream(values()).filter(status -> status != MERGED && status.words.contains(text)).findFirst();
  }
}
