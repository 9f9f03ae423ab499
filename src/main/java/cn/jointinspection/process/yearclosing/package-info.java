/** {@code year-closing.bpmn}: countdown to 20 December, list by name, confirmation (五). */
package cn.jointinspection.process.yearclosing;
