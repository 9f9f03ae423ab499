/** The processes: one package for each model, with its constants, the answers of its forms, delegates and routing. */
@ApplicationModule(allowedDependencies = {
    "platform", "calendar", "registry", "registry :: intake", "engine", "engine :: *", "plan", "draw", "draw :: engine", "inspection", "deadlines",
    "deadlines :: limits", "referral", "publicsite", "supervision"})
package cn.jointinspection.process;

import org.springframework.modulith.ApplicationModule;
