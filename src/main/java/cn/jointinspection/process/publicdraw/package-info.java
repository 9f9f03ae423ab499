/** {@code public-draw.bpmn}: freeze, contributions, public value and its witness, draw, shortfalls (三). */
@NamedInterface("publicdraw")
package cn.jointinspection.process.publicdraw;

import org.springframework.modulith.NamedInterface;
