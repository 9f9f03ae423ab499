package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class UpdateTeamDelegate implements JavaDelegate {

  private final ObjectTeams teams;

  UpdateTeamDelegate(ObjectTeams teams) {
    this.teams = teams;
  }

  @Override
  public void execute(DelegateExecution execution) {
    teams.handOver(
        execution.getProcessInstanceId(),
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID),
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_DEPARTMENT));
  }
}
