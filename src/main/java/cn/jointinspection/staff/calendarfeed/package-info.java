/** A calendar of each department's dates, for calendar programs that know a secret address. */
package cn.jointinspection.staff.calendarfeed;
