package cn.jointinspection.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.platform.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("待办的优先级：越临近期限越高，逾期越久越高")
class UrgencyTest {

  /** Tuesday, 2024-10-29; five working days before it is 2024-10-22. */
  private static final Urgency TODAY =
      new Urgency(at("2024-10-29T00:00"), at("2024-10-30T00:00"), at("2024-10-22T00:00"));

  private static Instant at(String local) {
    return local == null ? null : LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
  }

  @ParameterizedTest(name = "提醒 {0}，期限 {1}：{2}")
  @DisplayName("每一级从哪一刻起")
  @CsvSource({
      "2024-10-30T00:00, 2024-11-05T23:59:59, 50",
      "2024-10-29T23:59, 2024-11-05T23:59:59, 60",
      "2024-10-29T09:00, 2024-10-30T00:00, 60",
      "2024-10-29T09:00, 2024-10-29T23:59:59, 80",
      "2024-10-29T09:00, 2024-10-29T00:00, 80",
      "2024-10-20T09:00, 2024-10-28T23:59:59, 90",
      "2024-10-20T09:00, 2024-10-22T00:00, 90",
      "2024-10-20T09:00, 2024-10-21T23:59:59, 100",
      "2024-10-20T09:00, , 60",
      ", 2024-11-05T23:59:59, 50",
      ", , 50"})
  void levels(String followUp, String due, int priority) {
    assertThat(TODAY.priority(at(followUp), at(due))).isEqualTo(priority);
  }
}
