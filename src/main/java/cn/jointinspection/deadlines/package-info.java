/** When each step is due (时限): dates, urgency, reminders. Knows the engine, no process. */
@ApplicationModule(allowedDependencies = {
    "platform", "calendar", "engine", "engine :: identity", "inspection"})
package cn.jointinspection.deadlines;

import org.springframework.modulith.ApplicationModule;
