package cn.jointinspection.staff.registry;

import cn.jointinspection.registry.InspectorQuery;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What the page of inspectors was asked for, as its address says it; null is any.
 *
 * @param q part of a name, or the beginning of a certificate number
 * @param department code
 */
public record InspectorFilter(
    @Size(max = LONGEST) String q, @Size(max = LONGEST) String department, @Size(max = LONGEST) String label,
    State state, InspectorQuery.Certificate certificate) {

  private static final int LONGEST = 100;

  /** Whether an inspector is in office (在岗). */
  public enum State {
    ACTIVE,
    LEFT
  }

  InspectorQuery query(LocalDate today) {
    return new InspectorQuery(q, department, label, state == null ? null : state == State.ACTIVE, certificate, today);
  }

  /** Whether anything is asked for at all. */
  public boolean asks() {
    return !parts().isEmpty();
  }

  private FilterAddress parts() {
    return new FilterAddress().with("q", q).with("department", department).with("label", label).with("state", state)
        .with("certificate", certificate);
  }

  /** The address of the whole list, or of a file of it. */
  public String at(String path) {
    return parts().at(path);
  }

  /** The address of one page. */
  public String at(String path, int page) {
    return parts().with("page", page == 1 ? null : page).at(path);
  }
}
