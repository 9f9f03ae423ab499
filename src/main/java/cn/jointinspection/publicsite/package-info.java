/** What the public may read (公示): pages and the read-only interface. */
@ApplicationModule(allowedDependencies = {"platform", "registry", "registry :: intake", "plan", "draw", "inspection", "referral"})
package cn.jointinspection.publicsite;

import org.springframework.modulith.ApplicationModule;
