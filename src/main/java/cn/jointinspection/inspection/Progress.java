package cn.jointinspection.inspection;

/**
 * How far a department is with its checks of one joint inspection, added up from the view {@code figure_check}.
 *
 * @param due checks it has to carry out
 * @param checked of these, which are carried out
 * @param entered of these, whose results stand as entered, reviewed or not
 * @param published of these, whose results are public
 * @param problems checks that found a problem in any matter
 * @param dropped checks that are not carried out: the department excused, or the object replaced
 */
public record Progress(String department, int due, int checked, int entered, int published, int problems, int dropped) {}
