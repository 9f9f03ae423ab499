/** {@code object-inspection.bpmn}: notice, checks, entry, review and publication of one object, with recusal and substitution (三, 五). */
@NamedInterface("objectinspection")
package cn.jointinspection.process.objectinspection;

import org.springframework.modulith.NamedInterface;
