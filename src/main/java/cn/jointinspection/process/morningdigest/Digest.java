package cn.jointinspection.process.morningdigest;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one person is told on one morning; a task stands in one part only, the most urgent.
 *
 * @param name of the person
 * @param soonUntil last day of the part "soon"
 */
record Digest(String name, LocalDate day, LocalDate soonUntil, List<Part> parts) {

  /** @param more how many are left out of a long part */
  record Part(String title, List<Line> lines, int more) {

    public int size() {
      return lines.size() + more;
    }
  }

  /** @param due in words; null where the step has no limit */
  record Line(String task, String due, String link) {}

  boolean isEmpty() {
    return parts.isEmpty();
  }

  public String subject() {
    return "联合抽查待办提醒：" + String.join("，", parts.stream().map(part -> part.title() + " " + part.size() + " 项").toList());
  }

  String text(String desk) {
    return Stream.of(
            Stream.of(name + "：", "", day.getMonthValue() + "月" + day.getDayOfMonth() + "日，您在联合抽查系统中有下列待办。"),
            parts.stream().flatMap(Digest::text),
            Stream.of("", "全部待办：" + desk, "", "本邮件由系统自动发送，请勿回复。"))
        .flatMap(lines -> lines).reduce("", (all, line) -> all + line + "\r\n");
  }

  private static Stream<String> text(Part part) {
    return Stream.of(
            Stream.of("", "【" + part.title() + "】" + part.size() + " 项"),
            part.lines().stream().flatMap(line -> Stream.of(
                "· " + line.task() + (line.due() == null ? "" : "（期限 " + line.due() + "）"), "  " + line.link())),
            part.more() > 0 ? Stream.of("  另有 " + part.more() + " 项，请在待办中查看。") : Stream.<String>empty())
        .flatMap(lines -> lines);
  }
}
