package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.supervision.Supervision;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps that whoever owes a step was reminded of its deadline. */
@Component
class RemindDelegate implements JavaDelegate {

  private final LatenessReader reader;
  private final Recipients recipients;
  private final Supervision supervision;

  RemindDelegate(LatenessReader reader, Recipients recipients, Supervision supervision) {
    this.reader = reader;
    this.recipients = recipients;
    this.supervision = supervision;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lateness late = reader.of(execution);
    supervision.remind(late.step(), late.businessKey(), late.jointInspectionId(), late.department(), late.dueAt(),
        recipients.of(late));
  }
}
