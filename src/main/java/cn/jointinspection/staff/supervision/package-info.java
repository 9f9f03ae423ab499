/** The supervision orders (督办台账) with their full record. */
package cn.jointinspection.staff.supervision;
