/** The list and the two registries (一单两库): matters, objects, inspectors, recusals, with their history. */
@ApplicationModule(allowedDependencies = {"platform"})
package cn.jointinspection.registry;

import org.springframework.modulith.ApplicationModule;
