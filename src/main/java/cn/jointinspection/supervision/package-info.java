/** What an expired deadline becomes (督办). */
@ApplicationModule(allowedDependencies = {"platform", "calendar", "registry", "plan", "draw", "inspection", "referral", "publicsite"})
package cn.jointinspection.supervision;

import org.springframework.modulith.ApplicationModule;
