/** The desk (工作台): its frame, and the pages for staff that span capabilities. */
@ApplicationModule(allowedDependencies = {
    "platform", "calendar", "registry", "engine", "engine :: forms", "engine :: identity", "plan", "draw",
    "draw :: engine", "inspection", "deadlines", "deadlines :: limits", "supervision",
    "process :: holidaytable", "process :: objectinspection", "process :: supervisionorder", "process :: yearclosing"})
package cn.jointinspection.staff;

import org.springframework.modulith.ApplicationModule;
