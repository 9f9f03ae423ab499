package cn.jointinspection.process.objectinspection;

import cn.jointinspection.registry.RecusalReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks for a recusal while the notice or the check is still open (回避制度, 三). */
@RestController
@RequestMapping("/camunda/api/staff/tasks/{taskId}/recusals")
class RecusalController {

  private final RecusalDesk desk;

  RecusalController(RecusalDesk desk) {
    this.desk = desk;
  }

  /** @param note nullable */
  record Asked(
      @NotBlank(message = "请选择须回避的检查人员") String inspector,
      @NotNull(message = "请选择回避原因") RecusalReason reason,
      @Size(max = 1000, message = "说明不得超过 1000 字") String note) {}

  record Kept(long requestId) {}

  @PostMapping
  Kept ask(@PathVariable String taskId, @Valid @RequestBody Asked asked) {
    return new Kept(desk.ask(taskId, asked.inspector(), asked.reason(), asked.note()));
  }
}
