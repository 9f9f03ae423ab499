/** What every module stands on: the embedded database, the shape of a refusal, the signed-in person. */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package cn.jointinspection.platform;

import org.springframework.modulith.ApplicationModule;
