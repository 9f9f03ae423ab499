package cn.jointinspection.supervision;

/**
 * Whom a reminder goes to.
 *
 * @param id of an account, or of a group: a department's code, or its reviewers' group
 * @param name the person's or body's name
 */
public record Recipient(String id, String name) {}
