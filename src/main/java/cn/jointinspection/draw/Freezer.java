package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.DrawParams;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.ImposedTasks;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.MatterCoverage;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.registry.ScopeObject;
import cn.jointinspection.registry.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the five files of a draw from the registries as they stand now (draw-spec 2). */
@Component
class Freezer {

  private final InspectionObjects objects;
  private final Inspectors inspectors;
  private final Recusals recusals;
  private final MatterCoverage coverage;
  private final ImposedTasks imposed;
  private final Visits visits;
  private final JdbcClient jdbc;
  private final Clock clock;

  Freezer(InspectionObjects objects, Inspectors inspectors, Recusals recusals, MatterCoverage coverage,
      ImposedTasks imposed, Visits visits, JdbcClient jdbc, Clock clock) {
    this.objects = objects;
    this.inspectors = inspectors;
    this.recusals = recusals;
    this.coverage = coverage;
    this.imposed = imposed;
    this.visits = visits;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param exclusionsByReason number of objects by reason code */
  record Frozen(DrawFiles files, Map<String, Integer> exclusionsByReason) {}

  Frozen write(String drawId, FreezeRequest request) {
    Map<String, Integer> exclusions = new TreeMap<>();
    Map<String, byte[]> files = new HashMap<>();
    files.put(DrawFiles.PARAMS, params(drawId, request).toBytes());
    writeObjects(request, files, exclusions);
    List<String> departments = request.teams().stream().map(FreezeRequest.Team::department).toList();
    Set<String> listed = writeInspectors(departments, request, files);
    LineFile recused = new LineFile();
    recusals.of(departments, LocalDate.now(clock)).stream()
        .filter(recusal -> listed.contains(recusal.inspector())).forEach(recusal -> recused.add(json -> {
          json.writeStringField("inspector", recusal.inspector());
          json.writeStringField("object", recusal.objectNo());
          json.writeStringField("reason", recusal.reason().name());
        }));
    files.put(DrawFiles.RECUSALS, recused.bytes());
    return new Frozen(DrawFiles.of(files), exclusions);
  }

  private static DrawParams params(String drawId, FreezeRequest request) {
    FreezeRequest.Ratio ratio = request.ratio();
    return new DrawParams(
        drawId, request.title(), ratio.atLeast() ? "atLeast" : "exact", ratio.basisPoints(),
        ratio.atLeast() ? ratio.planned() : null,
        request.strata().stream().map(s -> new DrawParams.Stratum(s.code(), s.weight())).toList(),
        request.teams().stream().map(FreezeRequest.Team::department).sorted().toList(),
        request.teams().stream().map(t -> new DrawParams.Team(t.department(), t.count(), t.labels())).toList(),
        request.slack(), request.publicSource().kind(), request.publicSource().source());
  }

  private void writeObjects(FreezeRequest request, Map<String, byte[]> files, Map<String, Integer> exclusions) {
    Exclusion.Facts facts = new Exclusion.Facts(
        coverage.coveredObjects(request.scopeId(), request.matters(), request.year()),
        imposed.coveredObjects(request.scopeId(), request.matters(), request.year()),
        visits.capped(request.scopeId(), request.year()), request.nature(),
        request.strata().stream().map(FreezeRequest.Stratum::code).collect(Collectors.toSet()),
        request.stratified() ? null : request.strata().get(0).code());
    LineFile candidates = new LineFile();
    LineFile excluded = new LineFile();
    objects.streamScope(request.scopeId(), request.leadDepartment(), object -> {
      String reason = exclusion(object, facts);
      if (reason == null) {
        candidates.add(json -> {
          json.writeStringField("id", object.objectNo());
          json.writeStringField("stratum", facts.stratumOf(object));
          if (object.riskClass() == null && facts.only() == null) {
            json.writeBooleanField("unrated", true);
          }
        });
      } else {
        exclusions.merge(reason, 1, Integer::sum);
        excluded.add(json -> {
          json.writeStringField("id", object.objectNo());
          json.writeStringField("reason", reason);
        });
      }
    });
    files.put(DrawFiles.CANDIDATES, candidates.bytes());
    files.put(DrawFiles.EXCLUDED, excluded.bytes());
  }

  /** Code of the rule that keeps the object out; null for none. */
  private static String exclusion(ScopeObject object, Exclusion.Facts facts) {
    if (object.status() != ObjectStatus.IN_FORCE) {
      return object.status().name();
    }
    for (Exclusion rule : Exclusion.values()) {
      if (rule.holds(object, facts)) {
        return rule.name();
      }
    }
    return null;
  }

  /** Only inspectors in force with a valid certificate (三) who may check a matter of this inspection (一). */
  private Set<String> writeInspectors(List<String> departments, FreezeRequest request, Map<String, byte[]> files) {
    Map<String, Integer> loads = loads(request.year());
    List<Inspector> all = inspectors.forMatters(departments, request.matters(), LocalDate.now(clock));
    LineFile file = new LineFile();
    Set<String> listed = new HashSet<>();
    for (Inspector inspector : all) {
      listed.add(inspector.certificateNo());
      file.add(json -> {
        json.writeStringField("id", inspector.certificateNo());
        json.writeStringField("department", inspector.department());
        json.writeArrayFieldStart("labels");
        for (String label : inspector.labels()) {
          json.writeString(label);
        }
        json.writeEndArray();
        json.writeNumberField("load", loads.getOrDefault(inspector.certificateNo(), 0));
      });
    }
    files.put(DrawFiles.INSPECTORS, file.bytes());
    return listed;
  }

  /** Number of objects assigned to each inspector this year, by certificate number. */
  private Map<String, Integer> loads(int year) {
    Map<String, Integer> loads = new HashMap<>();
    jdbc.sql("""
            select a.inspector, count(*)::int from draw_assignment a join draw d on d.id = a.draw_id
            where d.year = ? group by a.inspector
            """)
        .param(year)
        .query(row -> {
          loads.put(row.getString(1), row.getInt(2));
        });
    return loads;
  }
}
