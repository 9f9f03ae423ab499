/** The application's own pages for staff: their frame, their list, what they share. */
package cn.jointinspection.process.desk;
