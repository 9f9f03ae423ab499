/** {@code annual-plan.bpmn}: a plan handed in is examined, published and launched item by item (二). */
@NamedInterface("annualplan")
package cn.jointinspection.process.annualplan;

import org.springframework.modulith.NamedInterface;
