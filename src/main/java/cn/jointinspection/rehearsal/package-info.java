/** The rehearsal (演练): the clock that the office moves, sample accounts, the first start. */
@ApplicationModule(allowedDependencies = {
    "platform", "calendar", "registry", "registry :: intake", "engine", "engine :: identity", "plan", "process :: annualplan", "staff"})
package cn.jointinspection.rehearsal;

import org.springframework.modulith.ApplicationModule;
