/** The roster (人员名册) on pages for staff: who works here, what becomes of the work of those who go, their passwords. */
package cn.jointinspection.staff.people;
