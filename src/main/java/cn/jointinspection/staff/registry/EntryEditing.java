package cn.jointinspection.staff.registry;

import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryEdits;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where a page of the registries leads those who keep them: to the form that changes or adds an entry. */
@Component
class EntryEditing {

  private final RegistryChangeDesk desk;
  private final RegistryEdits edits;

  EntryEditing(RegistryChangeDesk desk, RegistryEdits edits) {
    this.desk = desk;
    this.edits = edits;
  }

  /** @param number of the proposal, as people call it @param href where it is shown; null where the person may not see it */
  record Waiting(String number, String by, String href) {}

  /** For a list: {@code addHref} of the form for a new entry; null for those who keep no list. */
  void on(Model model, ChangeKind kind) {
    model.addAttribute("addHref", desk.keeps().isEmpty() ? null : address(kind).at(StaffAddresses.REGISTRY_EDIT));
  }

  /** For one entry: {@code editHref} of its form as before, and {@code waiting} changes that are not decided yet. */
  void on(Model model, ChangeKind kind, String no) {
    List<String> keeps = desk.keeps();
    model.addAttribute("editHref",
        keeps.isEmpty() ? null : address(kind).with("no", no).at(StaffAddresses.REGISTRY_EDIT));
    model.addAttribute("waiting", edits.open(kind, no).stream().map(change -> waiting(change, keeps)).toList());
  }

  private static Waiting waiting(RegistryChange change, List<String> keeps) {
    return new Waiting(change.number(), change.proposed().name(),
        keeps.contains(change.department()) ? StaffAddresses.registryChange(change.id()) : null);
  }

  private static FilterAddress address(ChangeKind kind) {
    return new FilterAddress().with("kind", kind);
  }
}
