/** {@code daily-round.bpmn}: what happens every morning by itself: priorities, reminders, the countdown to the year's end,
 * certificates that expire. */
@NamedInterface("dailyround")
package cn.jointinspection.process.dailyround;

import org.springframework.modulith.NamedInterface;
