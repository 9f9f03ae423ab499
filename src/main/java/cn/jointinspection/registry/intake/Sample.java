package cn.jointinspection.registry.intake;

import java.util.List;

/**
 * One row of a proposal, as it would change the registry.
 *
 * @param line of the file, from 1
 * @param title what it is about, as people call it
 * @param before by field as {@link RegistryChanges#fields} names them, each nullable; null where nothing was
 * @param after by field, each nullable
 */
public record Sample(int line, String key, String title, List<String> before, List<String> after) {}
