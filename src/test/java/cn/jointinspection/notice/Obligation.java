package cn.jointinspection.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A sentence of the notice, or a part of one, that asks somebody for something.
 *
 * @param id the part's number, a dash, the place within the part: {@code 二-3}
 * @param words as the notice has them, blanks aside
 * @param who must do it
 * @param detail where it is met; or which capability will meet it; or why it is not ours to do
 */
record Obligation(String id, String words, String who, Status status, String detail) {

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
  private static final Pattern CAPABILITY = Pattern.compile("`[a-z]+`：.+");

  enum Status {
    MET("已实现"),
    NOT_YET("待实现"),
    NOT_OURS("不属于本系统");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    static Optional<Status> of(String text) {
      return Arrays.stream(values()).filter(status -> status.text.equals(text)).findFirst();
    }
  }

  /** The notice's part: 一 to 六. */
  String part() {
    return id.substring(0, 1);
  }

  int number() {
    return Integer.parseInt(id.substring(2));
  }

  boolean is(Status other) {
    return status == other;
  }

  /** Elements, classes and addresses; of no meaning unless it is met. */
  List<String> places() {
    return QUOTED.matcher(detail).results().map((MatchResult place) -> place.group(1)).toList();
  }

  boolean namesCapability() {
    return CAPABILITY.matcher(detail).matches();
  }
}
