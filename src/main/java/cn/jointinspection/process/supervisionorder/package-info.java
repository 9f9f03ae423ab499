/** {@code supervision-order.bpmn}: late work is reminded of, explained and decided upon (六). */
@NamedInterface("supervisionorder")
package cn.jointinspection.process.supervisionorder;

import org.springframework.modulith.NamedInterface;
