package cn.jointinspection.registry;

/** Codes of the two bodies that never inspect; a body's code is also the id of its group of accounts. */
public final class Bodies {

  /** 领导小组办公室: plans, coordinates, counts. */
  public static final String OFFICE = "bgs";

  /** 纪检监察: witnesses draws, joins return visits. */
  public static final String DISCIPLINE = "jjjc";

  private Bodies() {}

  /** Group of those who review for a department. */
  public static String reviewersOf(String department) {
    return department + "Review";
  }
}
