/** The State Council's holiday tables on a page for staff, and the request to the office for one that is missing. */
package cn.jointinspection.staff.holidays;
