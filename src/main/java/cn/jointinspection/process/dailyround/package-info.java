/** {@code daily-round.bpmn}: what happens every morning by itself: priorities, reminders, the countdown to the year's end. */
package cn.jointinspection.process.dailyround;
