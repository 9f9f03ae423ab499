/** {@code holiday-table.bpmn}: asks the office for a year's holidays before a deadline needs them (五). */
@NamedInterface("holidaytable")
package cn.jointinspection.process.holidaytable;

import org.springframework.modulith.NamedInterface;
