/** The annual plan (年度抽查计划): read, checked, stored, published. */
@ApplicationModule(allowedDependencies = {"platform", "calendar", "registry"})
package cn.jointinspection.plan;

import org.springframework.modulith.ApplicationModule;
