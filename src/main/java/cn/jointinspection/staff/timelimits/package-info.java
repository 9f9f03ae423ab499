/** The table of limits (时限表) with its versions and recomputations. */
package cn.jointinspection.staff.timelimits;
