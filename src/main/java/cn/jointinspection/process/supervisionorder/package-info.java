/** {@code supervision-order.bpmn}: late work is reminded of, explained and decided upon (六). */
package cn.jointinspection.process.supervisionorder;
