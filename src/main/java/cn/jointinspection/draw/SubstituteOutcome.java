package cn.jointinspection.draw;

import java.util.List;
import java.util.Map;

/**
 * @param replacementObjectNo the object that came in; null if its stratum has none left
 * @param stratum of both objects
 * @param team by department code: certificate numbers, the first leads; empty if there is no replacement
 */
public record SubstituteOutcome(
    String replacementObjectNo, String stratum, Map<String, List<String>> team, int eventSeq) {}
