/** The end of each plan year: countdown, list by name, confirmation (五). */
package cn.jointinspection.process.yearclosing;
