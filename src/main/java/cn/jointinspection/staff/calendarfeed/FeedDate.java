package cn.jointinspection.staff.calendarfeed;

import java.time.LocalDate;

/**
 * One entry of a department's calendar: whole days in Asia/Shanghai, and never the name of an object.
 *
 * @param uid stays the same as long as the entry is about the same thing
 * @param last the last of its days, itself included
 * @param note null for none
 */
record FeedDate(String uid, LocalDate first, LocalDate last, String summary, String note) {}
