package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;

/**
 * A violation to be handed to the body in charge (谁主管谁监管、谁管辖谁负责, 五).
 *
 * @param targetDepartment code of the body in charge
 * @param violation what was found
 * @param enteredBy who entered the result, without groups
 */
public record ReferralDemand(String targetDepartment, String violation, Actor enteredBy) {}
