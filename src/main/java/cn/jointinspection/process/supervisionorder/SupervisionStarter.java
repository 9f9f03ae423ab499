package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.supervision.Supervision;
import cn.jointinspection.supervision.SupervisionOrder;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Opens the order for a lateness and starts its process, in one transaction; once for each lateness. */
@Component
class SupervisionStarter {

  private final RuntimeService runtime;
  private final Supervision supervision;
  private final JointInspections inspections;
  private final TimeLimits limits;

  SupervisionStarter(@Lazy RuntimeService runtime, Supervision supervision, JointInspections inspections,
      TimeLimits limits) {
    this.runtime = runtime;
    this.supervision = supervision;
    this.inspections = inspections;
    this.limits = limits;
  }

  /**
   * Does nothing where an order about an order is decided late: office and discipline body answer to each other, and a
   * third order would only send the question back and forth for ever. The daily reminders go on.
   */
  void start(Lateness late) {
    if (supervision.isAboutAnOrder(late.businessKey())) {
      return;
    }
    supervision.open(late.step(), late.businessKey(), late.jointInspectionId(), late.department(), subject(late),
        late.dueAt(), limits.of(late.step()).escalatesTo().group()).ifPresent(this::start);
  }

  private String subject(Lateness late) {
    String title = late.jointInspectionId() == null ? "" : inspections.get(late.jointInspectionId()).title();
    return "“%s”逾期：%s（%s）".formatted(late.taskName(), title, late.businessKey());
  }

  private void start(long id) {
    SupervisionOrder order = supervision.get(id);
    Map<String, Object> variables = new HashMap<>();
    variables.put(SupervisionOrderProcess.VARIABLE_SUPERVISION_ORDER_ID, id);
    variables.put(SupervisionOrderProcess.VARIABLE_DEPARTMENT, order.department());
    variables.put(SupervisionOrderProcess.VARIABLE_SUPERVISOR, order.supervisor());
    if (order.jointInspectionId() != null) {
      variables.put(SupervisionOrderProcess.VARIABLE_JOINT_INSPECTION_ID, order.jointInspectionId());
    }
    runtime.startProcessInstanceByKey(SupervisionOrderProcess.KEY, SupervisionOrder.number(id), variables);
  }
}
