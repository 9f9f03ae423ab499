package cn.jointinspection.process.holidaytable;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.StaffAddresses;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 补充放假安排: leads to the page where the table is uploaded; ends by itself when the table takes effect (五). */
@Component
class AddHolidayTableForm extends TaskForm<AddHolidayTableForm.Answers> {

  private final WorkingDays workingDays;

  AddHolidayTableForm(WorkingDays workingDays) {
    super(HolidayTableProcess.USER_TASK_ADD_HOLIDAY_TABLE, item -> year(item) + "年");
    this.workingDays = workingDays;
  }

  record Answers() {}

  record View(int year, String page) {}

  @Override
  public View view(WorkItem item) {
    return new View(year(item), StaffAddresses.HOLIDAYS + "?year=" + year(item));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    workingDays.require(year(item));
    return Map.of();
  }

  private static int year(WorkItem item) {
    return Integer.parseInt(item.variable(HolidayTableProcess.VARIABLE_HOLIDAY_YEAR));
  }
}
