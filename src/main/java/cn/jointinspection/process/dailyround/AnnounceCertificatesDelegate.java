package cn.jointinspection.process.dailyround;

import cn.jointinspection.registry.ExpiringCertificates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AnnounceCertificatesDelegate implements JavaDelegate {

  private final ExpiringCertificates certificates;

  AnnounceCertificatesDelegate(ExpiringCertificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    certificates.announce();
  }
}
