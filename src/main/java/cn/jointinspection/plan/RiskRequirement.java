package cn.jointinspection.plan;

/**
 * 智慧监管（信用风险分类）要求 of an item.
 *
 * @param text as printed; "" when the plan names none
 */
public record RiskRequirement(RiskRule rule, String text) {}
