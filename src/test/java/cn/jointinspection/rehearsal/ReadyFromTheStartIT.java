package cn.jointinspection.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Application;
import cn.jointinspection.staff.firstday.FirstDay;
import cn.jointinspection.staff.firstday.Step;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

@DisplayName("演练一启动就什么也不缺")
class ReadyFromTheStartIT {

  @AfterEach
  void leaveTheClockAlone() {
    ClockUtil.reset();
  }

  @Test
  @DisplayName("样例数据齐备：启用准备的每一项都不缺，工作台上不写还缺几项")
  void nothingIsMissing() {
    try (var rehearsal = new SpringApplicationBuilder(Application.class).run("--spring.profiles.active=rehearsal",
        "--server.port=0", "--camunda.bpm.process-engine-name=default",
        "--camunda.bpm.job-execution.enabled=false", "--spring.jmx.enabled=false")) {
      FirstDay firstDay = rehearsal.getBean(FirstDay.class);

      assertThat(firstDay.steps()).hasSize(9).noneMatch(Step::missing);
      assertThat(firstDay.missing()).isZero();
    }
  }
}
