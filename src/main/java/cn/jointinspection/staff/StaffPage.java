package cn.jointinspection.staff;

import cn.jointinspection.platform.Actor;

/** A page of the application's own for signed-in staff, beside the web apps; a bean of this type is listed on the desk. */
public interface StaffPage {

  /** Where it is; begins with {@link Desk#PATH}'s parent, {@code /camunda/api/staff/}. */
  String href();

  /** What it is called in lists and in the page's head, at most ten characters or so. */
  String label();

  /** One sentence that says what it is for. */
  String description();

  /** Under which heading it is listed. */
  StaffSection section();

  /** Within its section smaller comes first. */
  int position();

  /** Whether it is listed for the person; the page itself refuses whoever may not read it. */
  default boolean isFor(Actor actor) {
    return true;
  }
}
