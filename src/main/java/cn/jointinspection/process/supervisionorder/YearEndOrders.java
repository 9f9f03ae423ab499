package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.supervision.YearClosings;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.stereotype.Service;

/** Supervision orders for what a department had not published of a joint inspection when the year closed (五、六). */
@Service
public class YearEndOrders {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final SupervisionStarter starter;
  private final Clock clock;

  YearEndOrders(SupervisionStarter starter, Clock clock) {
    this.starter = starter;
    this.clock = clock;
  }

  /** One order for each year, joint inspection and department, however often it is called. */
  public void open(int year, String jointInspectionId, String department) {
    starter.start(new Lateness(YearClosings.STEP, jointInspectionId, jointInspectionId, department,
        year + " 年度公示检查结果",
        YearClosings.lastDay(year).atTime(END_OF_DAY).atZone(clock.getZone()).toInstant()));
  }
}
