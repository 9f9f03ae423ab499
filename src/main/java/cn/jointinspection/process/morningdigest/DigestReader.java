package cn.jointinspection.process.morningdigest;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.deadlines.RecentDays;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.process.morningdigest.Digest.Line;
import cn.jointinspection.process.morningdigest.Digest.Part;
import cn.jointinspection.registry.ExpiringCertificates;
import cn.jointinspection.registry.ExpiringCertificates.Expiring;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads what one person would find in his lists of work this morning, and which certificates were announced since the last
 * working morning.
 */
@Component
class DigestReader {

  /** A longer part names the first ones and counts the rest. */
  private static final int LONGEST_PART = 20;
  /** Working days that count as soon. */
  private static final int SOON = 3;
  private static final int MOST_TASKS = 2000;
  private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final TaskService tasks;
  private final IdentityService identity;
  private final WorkingDays workingDays;
  private final RecentDays recentDays;
  private final ExpiringCertificates certificates;
  private final Clock clock;
  private final String address;

  DigestReader(@Lazy TaskService tasks, @Lazy IdentityService identity, WorkingDays workingDays, RecentDays recentDays,
      ExpiringCertificates certificates, Clock clock, @Value("${joint-inspection.public-url}") String address) {
    this.tasks = tasks;
    this.identity = identity;
    this.workingDays = workingDays;
    this.recentDays = recentDays;
    this.certificates = certificates;
    this.clock = clock;
    this.address = address.replaceAll("/+$", "");
  }

  /** Where all work is. */
  String desk() {
    return address + "/camunda/app/tasklist/";
  }

  /** What waits for a person; empty if nothing does that he need be told of. */
  Digest of(User user) {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDate today = now.toLocalDate();
    LocalDate soon = workingDays.after(today, SOON);
    Map<String, List<Task>> parts = new LinkedHashMap<>();
    Stream.of("已超期", "今日到期", "三个工作日内到期", "新收到").forEach(part -> parts.put(part, new ArrayList<>()));
    for (Task task : open(user.getId())) {
      LocalDateTime due = task.getDueDate() == null ? null : local(task.getDueDate());
      String part = part(due, now, soon, local(task.getCreateTime()));
      if (part != null) {
        parts.get(part).add(task);
      }
    }
    List<Part> told = new ArrayList<>(parts.entrySet().stream().filter(part -> !part.getValue().isEmpty())
        .map(part -> part(part.getKey(), part.getValue(), this::line)).toList());
    List<Expiring> expiring = certificates.announcedAfter(recentDays.before(1), groups(user.getId()), user.getId());
    if (!expiring.isEmpty()) {
      told.add(part("执法证将到期", expiring, this::line));
    }
    return new Digest(name(user), today, soon, told);
  }

  private static String part(LocalDateTime due, LocalDateTime now, LocalDate soon, LocalDateTime created) {
    if (due != null && due.isBefore(now)) {
      return "已超期";
    }
    if (due != null && due.toLocalDate().equals(now.toLocalDate())) {
      return "今日到期";
    }
    if (due != null && !due.toLocalDate().isAfter(soon)) {
      return "三个工作日内到期";
    }
    return created.isAfter(now.minusDays(1)) ? "新收到" : null;
  }

  /** His own, and those of his groups that nobody has claimed. */
  private List<Task> open(String user) {
    List<String> groups = groups(user);
    List<Task> open = new ArrayList<>(tasks.createTaskQuery().active().taskAssignee(user).listPage(0, MOST_TASKS));
    if (!groups.isEmpty()) {
      open.addAll(tasks.createTaskQuery().active().taskCandidateGroupIn(groups).listPage(0, MOST_TASKS));
    }
    Map<String, Task> once = new LinkedHashMap<>();
    open.forEach(task -> once.putIfAbsent(task.getId(), task));
    return once.values().stream()
        .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Task::getId))
        .toList();
  }

  private List<String> groups(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  private static <T> Part part(String title, List<T> found, Function<T, Line> line) {
    return new Part(title, found.stream().limit(LONGEST_PART).map(line).toList(),
        Math.max(0, found.size() - LONGEST_PART));
  }

  private Line line(Expiring expiring) {
    return new Line(expiring.name() + "的执法证（" + expiring.certificateNo() + "）到期，请及时换证并更新名录",
        expiring.lastDay().toString(), address + StaffAddresses.inspector(expiring.certificateNo()));
  }

  private Line line(Task task) {
    return new Line(task.getName(), task.getDueDate() == null ? null : DUE.format(local(task.getDueDate())),
        address + "/camunda/app/tasklist/default/#/?task=" + task.getId());
  }

  private LocalDateTime local(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), clock.getZone());
  }

  private static String name(User user) {
    String name = (user.getFirstName() == null ? "" : user.getFirstName())
        + (user.getLastName() == null ? "" : user.getLastName());
    return name.isBlank() ? user.getId() : name;
  }
}
