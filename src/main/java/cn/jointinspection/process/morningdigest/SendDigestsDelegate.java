package cn.jointinspection.process.morningdigest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendDigestsDelegate implements JavaDelegate {

  private final MorningDigests digests;

  SendDigestsDelegate(MorningDigests digests) {
    this.digests = digests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    digests.sendAll();
  }
}
