/** {@code deadline-recomputation.bpmn}: after a change of the limits the office decides whether running work follows. */
@NamedInterface("deadlinerecomputation")
package cn.jointinspection.process.deadlinerecomputation;

import org.springframework.modulith.NamedInterface;
