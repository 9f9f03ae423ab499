package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.Archive;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ArchiveInspectionDelegate implements JavaDelegate {

  private final Archive archive;

  ArchiveInspectionDelegate(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void execute(DelegateExecution execution) {
    archive.keep(MissingVariable.require(execution, JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID));
  }
}
