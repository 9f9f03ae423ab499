/** {@code plan-adjustment.bpmn}: a department asks for a change, the office files it, running work follows (二). */
@NamedInterface("planadjustment")
package cn.jointinspection.process.planadjustment;

import org.springframework.modulith.NamedInterface;
