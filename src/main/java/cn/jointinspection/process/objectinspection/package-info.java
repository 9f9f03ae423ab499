/** {@code object-inspection.bpmn}: notice, checks, entry, review and publication of one object, with recusal and substitution (三, 五). */
package cn.jointinspection.process.objectinspection;
