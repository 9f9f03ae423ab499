package cn.jointinspection.inspection;

/** A department's answer to the joint scheme; EXCUSED: the office lets the others go on without it. */
public enum Cosign { PENDING, AGREED, REFUSED, EXCUSED }
