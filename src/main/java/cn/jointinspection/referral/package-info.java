/** Violations handed to the body that has jurisdiction (抄告移交). */
@ApplicationModule(allowedDependencies = {"platform", "calendar", "registry", "inspection"})
package cn.jointinspection.referral;

import org.springframework.modulith.ApplicationModule;
