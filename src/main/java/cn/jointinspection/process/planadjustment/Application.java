package cn.jointinspection.process.planadjustment;

import cn.jointinspection.plan.ItemChange;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the start form of {@code plan-adjustment.bpmn} asks for. */
record Application(
    @NotBlank(message = "请选择要调整的计划任务") String jointInspectionId,
    @NotNull(message = "请选择调整的内容") ItemChange change,
    @NotBlank(message = "请写明调整的理由") @Size(max = 1000, message = "理由不得超过 1000 字") String reason) {}
