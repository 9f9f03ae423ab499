package cn.jointinspection.simulation;

import java.time.LocalDate;

/**
 * A task as the person who will do it sees it.
 *
 * @param key what it is about, the same in every run with the same seed
 * @param userId who does it
 * @param since day on which it came up
 * @param due last day for it; null where the step has no limit
 * @param round 1 when this step comes up for the first time here, 2 when it comes back
 */
record Errand(
    String key, String taskId, String task, String userId, LocalDate since, LocalDate due, int round) {}
