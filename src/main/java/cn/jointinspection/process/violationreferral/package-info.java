/** {@code violation-referral.bpmn}: a violation handed to the body in charge, which takes or returns it and reports back (五). */
@NamedInterface("violationreferral")
package cn.jointinspection.process.violationreferral;

import org.springframework.modulith.NamedInterface;
