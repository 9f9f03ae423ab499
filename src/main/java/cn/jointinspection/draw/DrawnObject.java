package cn.jointinspection.draw;

import java.util.List;
import java.util.Map;

/**
 * One object as it was first drawn, with its team as it was first picked.
 *
 * @param visitNo place in the order of visits, from 1
 * @param objectNo the object's public id
 * @param stratum risk class it was drawn in, or {@link DrawWords#ONE_STRATUM}
 * @param ticket 64 hex digits
 * @param teams certificate numbers by department code in the order of codes; the first of a team leads it
 */
public record DrawnObject(
    int visitNo, String objectNo, String stratum, String ticket, Map<String, List<String>> teams) {}
