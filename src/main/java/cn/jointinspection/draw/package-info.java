/** The public draw (公开抽取): frozen lists, contributions, public value, result and events, as kept by the county. */
@ApplicationModule(allowedDependencies = {"platform", "registry"})
package cn.jointinspection.draw;

import org.springframework.modulith.ApplicationModule;
