package cn.jointinspection.staff.firstday;

import cn.jointinspection.staff.StaffPage;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the steps are done: pages of the desk, or the web apps. */
@Component
class Places {

  private final ObjectProvider<StaffPage> pages;

  Places(ObjectProvider<StaffPage> pages) {
    this.pages = pages;
  }

  record Place(String label, String href) {}

  Place departments() {
    return page("department-names").orElseThrow();
  }

  Place people() {
    return page("people").orElseThrow();
  }

  /** Matters, objects, inspectors, classes and recusals all come by files. */
  Place registries() {
    return page("registry-changes").orElseThrow();
  }

  Place holidays() {
    return page("holidays").orElseThrow();
  }

  /** Plans are imported by a process. */
  Place plan() {
    return new Place("待办中的“启动流程”", "/camunda/app/tasklist/");
  }

  private Optional<Place> page(String name) {
    return pages.stream().filter(page -> page.href().equals("/camunda/api/staff/" + name)).findFirst()
        .map(page -> new Place(page.label(), page.href()));
  }
}
