package cn.jointinspection.plan;

/**
 * What a text of a plan file was understood to say.
 *
 * @param words the reading as it is shown beside the text
 * @param literal whether the text says so itself in the printed wording; widths, blanks and separators do not count
 */
record Reading<T>(T value, String words, boolean literal) {}
