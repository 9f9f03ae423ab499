package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Comes after all tests of a build: holds them to the models by what the engine did, not by what the tests say. */
@DisplayName("每个模型的每个计时器在测试里真的响过，到点的时刻有测试写明")
class TimersFiredIT {

  @Test
  @DisplayName("没有一个计时器没响过、没有一个的时刻没人核对")
  void everyTimer() throws IOException {
    assertThat(TimerRecord.missing(TimerRecord.read())).isEmpty();
  }

  @Test
  @DisplayName("少响一个就看得出来")
  void oneIsMissed() throws IOException {
    var record = new TreeSet<>(TimerRecord.read());
    String fired = record.stream().filter(line -> line.startsWith("FIRED object-inspection ")).findFirst().orElseThrow();
    record.remove(fired);

    assertThat(TimerRecord.missing(record)).containsExactly(fired);
  }
}
