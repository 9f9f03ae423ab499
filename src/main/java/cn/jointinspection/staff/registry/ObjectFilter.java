package cn.jointinspection.staff.registry;

import cn.jointinspection.registry.ObjectQuery;
import cn.jointinspection.registry.ObjectStatus;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What the page of objects was asked for, as its address says it; null is any.
 *
 * @param q part of a name, or the beginning of a code or number
 * @param scope id
 * @param department code; objects of the scopes that this year's plan gives it
 */
public record ObjectFilter(
    @Size(max = LONGEST) String q, @Size(max = LONGEST) String address, Integer scope, ObjectQuery.Risk risk,
    ObjectStatus state, @Size(max = LONGEST) String department, Licence licence) {

  private static final int LONGEST = 100;

  /** What is asked of an object's licences. */
  public enum Licence {
    EXPIRED
  }

  /** @param planned ids of the scopes of the department that is asked for; not looked at where none is */
  ObjectQuery query(Collection<Integer> planned, LocalDate today) {
    ObjectQuery query = new ObjectQuery(q, address, risk, state, scope == null ? null : List.of(scope),
        licence == Licence.EXPIRED ? today : null);
    if (!ofDepartment()) {
      return query;
    }
    return query.inScopes(scope == null ? planned : planned.stream().filter(scope::equals).toList());
  }

  boolean ofDepartment() {
    return department != null && !department.isEmpty();
  }

  /** Whether anything is asked for at all. */
  public boolean asks() {
    return !parts().isEmpty();
  }

  private FilterAddress parts() {
    return new FilterAddress().with("q", q).with("address", address).with("scope", scope)
        .with("risk", risk == ObjectQuery.Risk.ANY ? null : risk).with("state", state).with("department", department)
        .with("licence", licence);
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
