/** A year lived through by invented people (command {@code simulate}). */
@ApplicationModule(allowedDependencies = {
    "platform", "calendar", "registry", "engine", "engine :: forms", "engine :: identity", "draw", "inspection", "publicsite", "supervision",
    "process :: *", "rehearsal"})
package cn.jointinspection.simulation;

import org.springframework.modulith.ApplicationModule;
