/** The names by which files call the departments, on a page for staff. */
package cn.jointinspection.staff.departmentnames;
