package cn.jointinspection.inspection;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Version 2 of the closed file's format, described in {@code docs/records.md}: each line's names and order stand in the
 * statement that writes it, so that no change of the program's own records or tables changes what is written. One statement
 * for each kind, however many there are.
 */
@Component
class ArchiveTable {

  static final String HEAD = "{\"format\":\"joint-inspection-archive\",\"version\":2}";

  private static final String JOINT = """
      select json_build_object('kind', 'jointInspection', 'id', id, 'planId', plan_id, 'rowNo', row_no, 'year', year,
        'title', title, 'leadDepartment', lead_department, 'windowOpens', window_opens, 'windowCloses', window_closes,
        'scheme', scheme, 'methods', methods, 'planned', planned, 'checkFrom', check_from, 'checkUntil', check_until,
        'publicKind', public_kind, 'publicSource', public_source, 'launchedBy', launched_by, 'launchedAt', $launched_at$,
        'drawId', draw_id, 'completedBy', completed_by, 'completedAt', $completed_at$, 'completionNote', completion_note)
      from joint_inspection where id = ?""";

  private static final String PARTICIPATION = """
      select json_build_object('kind', 'participation', 'department', department, 'role', role, 'teamCount', team_count,
        'cosign', cosign, 'cosignNote', cosign_note, 'cosignedBy', cosigned_by, 'cosignedAt', $cosigned_at$,
        'acceptance', acceptance, 'acceptanceNote', acceptance_note, 'acceptedBy', accepted_by, 'acceptedAt', $accepted_at$)
      from participation where joint_inspection_id = ? order by position""";

  private static final String OBJECT = """
      select json_build_object('kind', 'objectInspection', 'id', id, 'visitNo', visit_no, 'objectNo', object_no,
        'objectName', object_name, 'objectAddress', object_address, 'riskClass', risk_class, 'stratum', stratum,
        'status', status, 'noticeKind', notice_kind, 'noticeText', notice_text, 'visitOn', visit_on,
        'noticedBy', noticed_by, 'noticedAt', $noticed_at$, 'checkCompletedOn', check_completed_on,
        'publicationDeadline', publication_deadline, 'replaces', replaces, 'voidReason', void_reason,
        'finishedAt', $finished_at$)
      from object_inspection where joint_inspection_id = ? order by visit_no, id""";

  private static final String CHECK = """
      select json_build_object('kind', 'departmentCheck', 'id', c.id, 'objectInspection', o.id, 'department', c.department,
        'status', c.status, 'method', method, 'checkedOn', checked_on, 'record', record, 'checkedBy', checked_by,
        'checkedAt', $checked_at$, 'statement', statement, 'enteredBy', entered_by, 'enteredAt', $entered_at$,
        'reviewedBy', reviewed_by, 'reviewedAt', $reviewed_at$, 'reviewNote', review_note, 'publishedAt', $published_at$,
        'team', coalesce((select json_agg(json_build_object('inspector', inspector, 'source', source, 'present', present,
            'leftAt', $left_at$) order by position) from check_inspector where check_id = c.id), '[]'),
        'findings', coalesce((select json_agg(json_build_object('matter', matter, 'outcome', outcome, 'note', note)
            order by seq) from check_finding where check_id = c.id), '[]'),
        'answers', coalesce((select json_agg(json_build_object('matter', matter, 'point', point_id, 'position', position,
            'question', question, 'basis', basis, 'kind', kind, 'unit', unit, 'verdict', verdict, 'number', number,
            'note', note) order by seq) from check_answer where check_id = c.id), '[]'),
        'results', coalesce((select json_agg(json_build_object('version', r.version, 'code', r.code, 'text', code.text,
            'note', r.note) order by code.position) from check_result r join result_code code using (version, code)
            where check_id = c.id), '[]'),
        'followUps', coalesce((select json_agg(json_build_object('code', code, 'note', note,
            'targetDepartment', target_department, 'closedOn', closed_on) order by code)
            from check_follow_up where check_id = c.id), '[]'))
      from department_check c join object_inspection o on o.id = c.object_inspection_id
        join participation p on p.joint_inspection_id = o.joint_inspection_id and p.department = c.department
      where o.joint_inspection_id = ? order by o.visit_no, o.id, p.position""";

  private static final String EVIDENCE = """
      select json_build_object('kind', 'evidence', 'id', e.id, 'check', c.id, 'fileName', file_name, 'mediaType', media_type,
        'size', size, 'sha256', sha256, 'uploadedBy', uploaded_by, 'uploadedAt', $uploaded_at$)
      from evidence e join department_check c on c.id = e.check_id join object_inspection o on o.id = c.object_inspection_id
      where o.joint_inspection_id = ? order by o.visit_no, o.id, c.id, uploaded_at, e.id""";

  private static final String JOURNAL = """
      select json_build_object('kind', 'step', 'at', $at$, 'actor', actor, 'actorName', actor_name, 'department', department,
        'objectInspection', object_inspection_id, 'action', action, 'detail', detail)
      from journal where joint_inspection_id = ? order by id""";

  private final JdbcClient jdbc;

  ArchiveTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The joint inspection and the departments that took part. */
  void joint(String id, Consumer<String> line) {
    List.of(JOINT, PARTICIPATION).forEach(kind -> write(kind, id, line));
  }

  /** Objects, checks, evidence and steps. */
  void rest(String id, Consumer<String> line) {
    List.of(OBJECT, CHECK, EVIDENCE, JOURNAL).forEach(kind -> write(kind, id, line));
  }

  private void write(String kind, String id, Consumer<String> line) {
    jdbc.sql(moments(kind)).param(id).query(row -> {
      line.accept(row.getString(1));
    });
  }

  /** {@code $column$}: the moment to the microsecond, Asia/Shanghai, with its offset. */
  private static String moments(String sql) {
    return sql.replaceAll("\\$(\\w+)\\$",
        "to_char($1 at time zone 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+08:00\"')");
  }
}
