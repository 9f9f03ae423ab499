package cn.jointinspection.process.holidaytable;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the year whose table the office is to be asked for; asked for once, whichever node notices. */
@Component
class FindMissingYearDelegate implements JavaDelegate {

  private final MissingHolidayTables missing;

  FindMissingYearDelegate(MissingHolidayTables missing) {
    this.missing = missing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<Integer> year = missing.claim();
    execution.setVariable(HolidayTableProcess.VARIABLE_TABLE_MISSING, year.isPresent());
    year.ifPresent(found -> {
      execution.setProcessBusinessKey(HolidayTableProcess.businessKey(found));
      execution.setVariable(HolidayTableProcess.VARIABLE_HOLIDAY_YEAR, String.valueOf(found));
    });
  }
}
