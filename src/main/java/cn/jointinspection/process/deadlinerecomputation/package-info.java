/** {@code deadline-recomputation.bpmn}: after a change of the limits the office decides whether running work follows. */
package cn.jointinspection.process.deadlinerecomputation;
