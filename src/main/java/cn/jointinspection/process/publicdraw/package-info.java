/** {@code public-draw.bpmn}: freeze, contributions, public value and its witness, draw, shortfalls (三). */
package cn.jointinspection.process.publicdraw;
