package cn.jointinspection.draw;

/** @param replacement certificate number of the inspector who came in; null if nobody is left to pick from */
public record RecusalOutcome(String replacement, int eventSeq) {}
