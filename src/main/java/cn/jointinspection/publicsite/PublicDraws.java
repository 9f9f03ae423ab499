package cn.jointinspection.publicsite;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawFile;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.DrawnObject;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.publicsite.PublicSiteRefused.DrawFilesFollowTheLastVisit;
import cn.jointinspection.registry.Departments;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** The county's draws as the public may see them; what is public when is decided here alone (draw-spec 8). */
@Service
class PublicDraws {

  private static final String MISSING = "MISSING";

  private final Draws draws;
  private final DrawRecords records;
  private final JointInspections inspections;
  private final ObjectInspections objects;
  private final Departments departments;
  private final Clock clock;

  PublicDraws(Draws draws, DrawRecords records, JointInspections inspections, ObjectInspections objects,
      Departments departments, Clock clock) {
    this.draws = draws;
    this.records = records;
    this.inspections = inspections;
    this.objects = objects;
    this.departments = departments;
    this.clock = clock;
  }

  /** @param teams in words */
  record Row(int visitNo, String objectNo, String objectName, String stratum, String ticket, List<Team> teams) {}

  /** @param inspectors certificate numbers, the leader first */
  record Team(String department, List<String> inspectors) {}

  /**
   * @param out object or inspector who went out
   * @param in who came in; null if there was nobody
   */
  record Event(int seq, String kind, OffsetDateTime at, String objectNo, String out, String in) {}

  /** One part of the events in their order. @param pages at least 1 */
  record Events(List<Event> rows, int page, int pages) {}

  /** One part of the result in order of visits. @param pages at least 1 */
  record Result(List<Row> rows, int total, int page, int pages) {}

  /**
   * The newest first.
   *
   * @param before only draws with a smaller number; null for the newest
   */
  List<PublicDraw> walk(Integer before, int size) {
    return records.page(before == null ? Integer.MAX_VALUE : before, size).stream().map(this::summary).toList();
  }

  int count() {
    return records.count();
  }

  /** Empty if no draw has the number. */
  Optional<PublicDraw> find(int number) {
    return records.byNumber(number).map(draw -> view(draw, isOpen(draw) ? opened(draw) : null));
  }

  /** One that was abandoned drew nobody and is never opened. */
  private boolean isOpen(Draw draw) {
    return draw.status() == DrawStatus.DRAWN
        && draw.id().equals(inspections.get(draw.jointInspectionId()).drawId())
        && objects.lastVisitDone(draw.jointInspectionId());
  }

  /** Empty if there is no such draw or file. @throws DrawFilesFollowTheLastVisit before the last visit is done */
  Optional<DrawFile> file(int number, String name) {
    return records.byNumber(number).flatMap(draw -> {
      if (!isOpen(draw)) {
        throw new DrawFilesFollowTheLastVisit(number);
      }
      return records.files(draw.id()).stream().filter(file -> file.name().equals(name)).findFirst();
    });
  }

  void copy(PublicDraw draw, DrawFile file, OutputStream to) throws IOException {
    records.copy(draw.id(), file, to);
  }

  /** @param page from 1 @throws DrawFilesFollowTheLastVisit before the last visit is done */
  Result result(PublicDraw draw, int page, int size) {
    if (draw.opened() == null) {
      throw new DrawFilesFollowTheLastVisit(draw.number());
    }
    int total = records.countDrawn(draw.id());
    List<DrawnObject> drawn = records.drawn(draw.id(), (page - 1) * size + 1, page * size);
    Map<String, String> names =
        objects.names(draw.jointInspectionId(), drawn.stream().map(DrawnObject::objectNo).toList());
    return new Result(drawn.stream().map(object -> row(object, names)).toList(), total, page, pages(total, size));
  }

  private Row row(DrawnObject object, Map<String, String> names) {
    return new Row(object.visitNo(), object.objectNo(), names.get(object.objectNo()),
        DrawWords.stratum(object.stratum()), object.ticket(),
        object.teams().entrySet().stream().map(team -> new Team(name(team.getKey()), team.getValue())).toList());
  }

  /**
   * What was added afterwards.
   *
   * @param page from 1
   * @throws DrawFilesFollowTheLastVisit before the last visit is done
   */
  Events events(PublicDraw draw, int page, int size) {
    if (draw.opened() == null) {
      throw new DrawFilesFollowTheLastVisit(draw.number());
    }
    int total = records.countEvents(draw.id());
    List<Event> rows = records.events(draw.id(), (page - 1) * size + 1, page * size).stream()
        .map(e -> new Event(e.seq(), e.substitution() ? "补抽" : "回避", local(e.recordedAt()), e.objectNo(),
            e.substitution() ? e.objectNo() : e.inspector(), e.replacement())).toList();
    return new Events(rows, page, pages(total, size));
  }

  private static int pages(int total, int size) {
    return Math.max(1, (total + size - 1) / size);
  }

  String name(String department) {
    return departments.byCode(department).name();
  }

  private PublicDraw summary(Draw draw) {
    return view(draw, null);
  }

  private PublicDraw.Opened opened(Draw draw) {
    Map<String, String> contributions = new TreeMap<>();
    draws.contributions(draw.id())
        .forEach(c -> contributions.put(c.department(), c.nonce() == null ? MISSING : c.nonce()));
    List<PublicDraw.File> files = records.files(draw.id()).stream().map(file -> new PublicDraw.File(file.name(),
        file.sha256(), file.size(), "/public/api/draws/" + draw.number() + "/files/" + file.name())).toList();
    return new PublicDraw.Opened(contributions, draw.publicValue().value(), draw.result().seed(),
        draw.result().allocation(), files);
  }

  private PublicDraw view(Draw draw, PublicDraw.Opened opened) {
    Draw.Frozen frozen = draw.frozen();
    return new PublicDraw(draw.number(), draw.id(), draw.jointInspectionId(), draw.title(),
        new PublicDraw.Status(draw.status().name(), draw.status().label()),
        new PublicDraw.Frozen(frozen.prev(), frozen.freeze(), local(frozen.at()), frozen.candidates(),
            frozen.candidatesByStratum(), frozen.exclusionsByReason()),
        new PublicDraw.Source(draw.publicSource().kind(), draw.publicSource().source()), transcript(draw.result()),
        abandoned(draw.abandoned()), opened);
  }

  private PublicDraw.Transcript transcript(Draw.Result result) {
    return result == null ? new PublicDraw.Transcript(null, null, null)
        : new PublicDraw.Transcript(local(result.at()), result.transcriptSha256(), result.transcriptSha256Now());
  }

  private PublicDraw.Abandoned abandoned(Draw.Abandoned abandoned) {
    return abandoned == null ? new PublicDraw.Abandoned(null, null)
        : new PublicDraw.Abandoned(local(abandoned.at()), abandoned.reason());
  }

  private OffsetDateTime local(OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
  }
}
