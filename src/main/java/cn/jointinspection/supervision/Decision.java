package cn.jointinspection.supervision;

/** How the office closes a supervision order: 尽职照单免责、失职照单问责 (六). */
public enum Decision {
  EXEMPT,
  ANSWERABLE
}
