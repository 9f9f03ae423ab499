package cn.jointinspection.engine.identity;

import cn.jointinspection.registry.Bodies;

/**
 * Ids of the groups that are not departments. A department's group is its code, its reviewers'
 * {@link Bodies#reviewersOf}.
 */
public final class Groups {

  /** Everybody who works here: may open Tasklist and read the models. */
  public static final String STAFF = "staff";

  /** Drawn inspectors get their work by name; the group only marks them. */
  public static final String INSPECTORS = "inspectors";

  /** Keep the registries (一单两库). */
  public static final String REGISTRARS = "registrars";

  /** 领导小组办公室: plans, coordinates, counts; never inspects. */
  public static final String OFFICE = Bodies.OFFICE;

  /** 纪检监察: witnesses draws, joins return visits. */
  public static final String DISCIPLINE = Bodies.DISCIPLINE;

  /** The engine's administrators. */
  public static final String ADMINISTRATORS = "camunda-admin";

  private Groups() {}
}
