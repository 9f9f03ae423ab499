package cn.jointinspection.process.yearclosing;

import cn.jointinspection.process.supervisionorder.YearEndOrders;
import cn.jointinspection.supervision.YearClosings;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a plan year: its list by name, and a supervision order for whoever is on it (五、六). */
@Service
class YearClose {

  private final YearClosings closings;
  private final YearEndOrders orders;

  YearClose(YearClosings closings, YearEndOrders orders) {
    this.closings = closings;
    this.orders = orders;
  }

  /**
   * All or nothing; a repeated job finds its first try rolled back.
   *
   * @return whether anything is on the list
   */
  @Transactional
  public boolean close(int year) {
    List<YearClosings.Late> late = closings.close(year);
    late.forEach(one -> orders.open(year, one.jointInspectionId(), one.department()));
    closings.linkOrders(year);
    return !late.isEmpty();
  }
}
