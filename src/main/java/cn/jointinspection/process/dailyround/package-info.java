/** What happens every morning by itself: priorities, reminders, the countdown to the end of the year. */
package cn.jointinspection.process.dailyround;
