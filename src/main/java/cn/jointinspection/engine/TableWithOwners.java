package cn.jointinspection.engine;

/** A decision table that belongs to people once it is in force; only the first version comes with the program. */
public interface TableWithOwners {

  /** Name of the file among the models, which is not deployed as they are. */
  String fileName();

  /** Puts in force what is missing; again, or on two nodes at once, changes nothing. */
  void ensure();
}
