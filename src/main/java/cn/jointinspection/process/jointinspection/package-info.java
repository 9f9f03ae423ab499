/** {@code joint-inspection.bpmn}: scheme, co-signing, draw, acceptance, completion, archive (二, 三, 五). */
@NamedInterface("jointinspection")
package cn.jointinspection.process.jointinspection;

import org.springframework.modulith.NamedInterface;
