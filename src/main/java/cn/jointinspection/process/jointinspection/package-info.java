/** {@code joint-inspection.bpmn}: scheme, co-signing, draw, acceptance, completion, archive (二, 三, 五). */
package cn.jointinspection.process.jointinspection;
