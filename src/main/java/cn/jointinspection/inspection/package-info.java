/** Joint inspections and their objects (联合抽查、部门检查): scheme, co-signing, checks, results, evidence, review. */
@ApplicationModule(allowedDependencies = {"platform", "calendar", "registry", "plan", "draw"})
package cn.jointinspection.inspection;

import org.springframework.modulith.ApplicationModule;
