/** What a county still lacks before it can launch its first inspection (启用准备), on a page for staff. */
package cn.jointinspection.staff.firstday;
