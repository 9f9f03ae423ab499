/** Working days (工作日) by the State Council notices, and the limits counted in them. */
@ApplicationModule(allowedDependencies = {"platform"})
package cn.jointinspection.calendar;

import org.springframework.modulith.ApplicationModule;
