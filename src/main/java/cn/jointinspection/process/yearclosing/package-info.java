/** {@code year-closing.bpmn}: countdown to 20 December, list by name, confirmation (五). */
@NamedInterface("yearclosing")
package cn.jointinspection.process.yearclosing;

import org.springframework.modulith.NamedInterface;
