/** Where recusals are declared, recorded and looked through (回避, 三). */
package cn.jointinspection.staff.recusals;
