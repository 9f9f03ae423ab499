package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Invents the inspectors of a county: how many each department has stands in {@code sample/inspectors.csv}. */
final class SampleInspectors {

  private static final long SEED = 140826;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 20);
  private static final int LARGE = 16;

  private final String division;
  private final Departments departments;
  private final List<Inspector> all = new ArrayList<>();

  SampleInspectors(String division, Departments departments) {
    this.division = division;
    this.departments = departments;
    SampleTable.rows("sample/inspectors.csv", "department", "short", "count", "labels").forEach(this::invent);
  }

  List<Inspector> all() {
    return all;
  }

  /** About one inspector in four keeps away from one object that his department's tasks may draw. */
  List<Recusal> recusals(Collection<SampleTask> tasks, List<ObjectDraft> county) {
    List<Recusal> recusals = new ArrayList<>();
    for (Department department : departments.all()) {
      Random random = random(department.code() + "-recusals");
      Set<String> scopes = tasks.stream()
          .filter(task -> task.leadDepartment().equals(department.code())
              || task.cooperating().contains(department.code()))
          .map(SampleTask::scope).collect(Collectors.toSet());
      List<ObjectDraft> objects =
          county.stream().filter(object -> object.scopes().stream().anyMatch(scopes::contains)).toList();
      List<Inspector> people = all.stream().filter(i -> i.department().equals(department.code())).toList();
      for (int i = 0; i < people.size() && !objects.isEmpty(); i += 4) {
        recusals.add(new Recusal(people.get(i).certificateNo(), objects.get(random.nextInt(objects.size())).objectNo(),
            RecusalReason.values()[random.nextInt(RecusalReason.values().length)]));
      }
    }
    return recusals;
  }

  private void invent(TableRow row) {
    Department department = departments.byCode(row.text("department"));
    int index = departments.all().indexOf(department) + 1;
    List<String> expertise = CellChecks.parts(row.text("labels"), "\\|");
    Random random = random(department.code());
    int count = Integer.parseInt(row.text("count"));
    for (int serial = 1; serial <= count; serial++) {
      String certificateNo = division + "%02d%03d".formatted(index, serial);
      List<String> labels = new ArrayList<>(List.of(expertise.get((serial - 1) % expertise.size())));
      if (random.nextInt(10) < 4) {
        labels.add(expertise.get(random.nextInt(expertise.size())));
      }
      boolean inForce = count < LARGE || serial < count;
      all.add(new Inspector(certificateNo, "示例" + row.text("short") + "%02d".formatted(serial), department.code(),
          certificateNo, expiry(serial, random), labels, inForce, 0));
    }
  }

  /** The fifth of nine is expired when the rehearsal starts, the third of six expires before the year ends. */
  private static LocalDate expiry(int serial, Random random) {
    if (serial % 9 == 5) {
      return FIRST_DAY.minusDays(1 + random.nextInt(250));
    }
    return serial % 6 == 3 ? FIRST_DAY.plusDays(20 + random.nextInt(250))
        : LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1_400));
  }

  private static Random random(String name) {
    return new Random(SEED + name.hashCode());
  }
}
