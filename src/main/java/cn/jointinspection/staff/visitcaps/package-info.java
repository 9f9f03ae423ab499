/** How often firms of a kind may be inspected in a year, and which are near it, on a page for staff. */
package cn.jointinspection.staff.visitcaps;
