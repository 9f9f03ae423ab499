/** The room in which a draw is held: the picture for the witnesses, and the minutes that are signed afterwards. */
package cn.jointinspection.staff.drawroom;
