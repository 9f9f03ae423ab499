package cn.jointinspection.inspection;

/** A department's answer to its part of the draw; EXCUSED: the office took the part from it. */
public enum Acceptance { PENDING, ACCEPTED, REFUSED, EXCUSED }
