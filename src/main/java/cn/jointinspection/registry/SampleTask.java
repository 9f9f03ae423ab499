package cn.jointinspection.registry;

import java.util.List;

/**
 * What the sample registry needs of one row of the annual plan.
 *
 * @param scope name of its scope of objects
 * @param leadDepartment code
 * @param cooperating codes
 * @param matters names of its matters, as other modules count them
 */
public record SampleTask(String scope, String leadDepartment, List<String> cooperating, List<String> matters) {}
