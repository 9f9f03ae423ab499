/** What makes Camunda ours: deployment, clock, listeners, who acts. Knows no process. */
@ApplicationModule(allowedDependencies = {"platform", "registry"})
package cn.jointinspection.engine;

import org.springframework.modulith.ApplicationModule;
