/** The table of limits by step, its versions, and the recomputation of what already runs. */
@NamedInterface("limits")
package cn.jointinspection.deadlines.limits;

import org.springframework.modulith.NamedInterface;
