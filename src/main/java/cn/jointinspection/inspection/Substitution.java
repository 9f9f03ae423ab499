package cn.jointinspection.inspection;

/**
 * What came of a substitution (补抽).
 *
 * @param replacement the object inspection that came in, already started; null if its stratum has none left
 * @param lastOfAll whether no object of the joint inspection is open any more; true for exactly one caller
 */
public record Substitution(ObjectInspection replacement, boolean lastOfAll) {}
