package cn.jointinspection.registry;

import java.util.Collection;
import java.util.List;

/**
 * Whom to look for in the roster.
 *
 * @param text part of a name, or the beginning of an account or certificate number; null for any
 * @param departments codes of bodies; null for all
 * @param role null for any
 * @param inForce null for those in force and those who left
 */
public record PersonQuery(String text, Collection<String> departments, Role role, Boolean inForce) {

  public PersonQuery {
    text = text == null || text.isBlank() ? null : text.strip();
    departments = departments == null ? null : List.copyOf(departments);
  }
}
