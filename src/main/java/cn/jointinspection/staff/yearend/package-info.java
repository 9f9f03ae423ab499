/** What is not published by 20 December, by name (五). */
package cn.jointinspection.staff.yearend;
