/**
 * The one reader of files that people hand in: it yields what a person sees in Excel or WPS, a row at a time, so that
 * memory does not grow with the file. And the one writer of tables that they take home.
 */
package cn.jointinspection.platform.sheet;
