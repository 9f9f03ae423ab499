/** {@code holiday-table.bpmn}: asks the office for a year's holidays before a deadline needs them (五). */
package cn.jointinspection.process.holidaytable;
