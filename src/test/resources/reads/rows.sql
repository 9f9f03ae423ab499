-- So many rows (:n) of everything that a page or a form lists; run again with a larger number it adds what is missing.
insert into scope (name) select '示例范围' || g from generate_series(1, :items) g on conflict do nothing;

insert into annual_plan (division, division_name, year, title, status, file_name, file_sha256, imported_at, imported_by)
select '140826', '示例县', 2024, '示例计划', 'PUBLISHED', 'plan.csv', '0', '2024-03-19T08:00+08', 'bgsStaff1'
on conflict do nothing;
insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year, risk_rule,
  risk_text, window_from, window_to, lead_department, mode)
select p.id, g, '示例抽查' || g, '示例事项', s.id, 'AT_LEAST', 3000, 1, 'RISING', '', 3, 11, 'gaj',
  'COUNTY_DRAW_COUNTY_CHECK'
from annual_plan p, generate_series(1, :items) g join scope s on s.name = '示例范围' || g on conflict do nothing;
insert into plan_item_matter select plan_id, row_no, 1, '示例事项' from plan_item on conflict do nothing;
insert into plan_item_cooperating select plan_id, row_no, 1, 'xfd' from plan_item on conflict do nothing;
insert into plan_adjustment (plan_id, row_no, change, before, reason, department, applicant, applicant_name, applied_at,
  status, reviewer, reviewer_name, reviewed_at, filing_no)
select p.id, 1, '{"kind":"WINDOW","from":6,"to":10}', '{"kind":"WINDOW","from":3,"to":11}', '示例', 'gaj', 'gajStaff1',
  '示例', '2024-03-20', 'FILED', 'bgsStaff1', '示例', '2024-03-21', '140826-2024-备-' || g
from annual_plan p, generate_series(1, :n) g on conflict do nothing;
insert into plan_adjustment (plan_id, row_no, change, reason, department, applicant, applicant_name, applied_at,
  status, reviewer, reviewer_name, reviewed_at, review_note)
select p.id, 1, '{"kind":"WEIGHTS","byClass":{"A":1,"B":2,"C":3,"D":4}}', '示例', 'gaj', 'gajStaff1', '示例', '2024-03-22',
  'RETURNED', 'bgsStaff1', '示例', '2024-03-23', '请说明理由'
from annual_plan p on conflict do nothing;

insert into inspection_object (object_no, name, category, risk_class, updated_at)
select '140826:' || g, '示例旅馆' || g, '示例', 'B', '2024-03-20T08:00+08' from generate_series(1, :n) g
on conflict do nothing;
insert into object_scope select s.id, o.id from scope s, inspection_object o where s.name = '示例范围1'
on conflict do nothing;
insert into inspector (certificate_no, name, department, account, certificate_expires_on, updated_at)
select d || g, '示例' || d || g, d, d || g, '2025-12-31', '2024-03-20T08:00+08'
from unnest(array['gaj', 'xfd']) d, generate_series(1, :n) g on conflict do nothing;
insert into recusal (inspector, object_no, reason, filed_at, filed_by, origin, starts_on)
  select 'gaj' || g, '140826:1', 'KINSHIP', '2024-03-20T08:00+08', 'gajStaff1', 'ORDERED', '2024-03-20'
from generate_series(3, :n) g on conflict do nothing;

insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, status, window_opens, window_closes,
  scheme, methods, check_from, check_until, public_kind, public_source, launched_by, launched_at, draw_id)
select '140826-2024-' || lpad(g::text, 3, '0'), p.id, g, 2024, '示例抽查' || g, 'gaj', 'INSPECTING', '2024-03-01', '2024-11-30', '示例方案',
  '{ON_SITE}', '2024-04-01', '2024-06-28', 'dice', '示例来源', 'gajStaff1', '2024-03-20T09:00+08', null
from annual_plan p, generate_series(1, :items) g on conflict do nothing;
insert into participation (joint_inspection_id, department, role, position, cosign, acceptance)
select id, 'gaj', 'LEAD', 0, 'AGREED', 'ACCEPTED' from joint_inspection on conflict do nothing;
insert into participation (joint_inspection_id, department, role, position, cosign, cosign_note, acceptance, acceptance_note)
select id, 'xfd', 'COOPERATING', 1, 'REFUSED', '示例', 'REFUSED', '示例' from joint_inspection on conflict do nothing;

-- The visits of the first joint inspection, and an earlier result of the first object in each of the others.
insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum, status,
  notice_kind, notice_text, visit_on)
select '140826-2024-001/' || g, '140826-2024-001', g, '140826:' || g, '示例旅馆' || g, '示例路' || g || '号', 'B', 'CHECKED',
  'WRITTEN', '示例通知', '2024-04-10'
from generate_series(1, :n) g on conflict do nothing;
insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum, status)
select '140826-2024-' || lpad(g::text, 3, '0') || '/1', '140826-2024-' || lpad(g::text, 3, '0'), 1, '140826:1', '示例旅馆1', '示例路1号', 'B', 'CHECKED'
from generate_series(2, :items) g on conflict do nothing;
insert into department_check (object_inspection_id, department)
select '140826-2024-001/' || g, d from generate_series(1, :n) g, unnest(array['gaj', 'xfd']) d on conflict do nothing;
update department_check set status = 'ENTERED', method = 'ON_SITE', checked_on = '2024-04-10', record = '示例记录',
  checked_by = 'gaj1', checked_at = '2024-04-10T15:00+08', entered_by = 'gaj1', entered_at = '2024-04-11T09:00+08'
where object_inspection_id = '140826-2024-001/1' and department = 'gaj';
insert into department_check (object_inspection_id, department, status, method, checked_on, checked_by, entered_by,
  reviewed_by, published_at)
select '140826-2024-' || lpad(g::text, 3, '0') || '/1', 'gaj', 'PUBLISHED', 'ON_SITE', '2024-04-02', 'gaj1', 'gaj1', 'gajReviewer1',
  '2024-04-05T09:00+08'
from generate_series(2, :items) g on conflict do nothing;
insert into check_inspector select id, department || i, i, 'DRAWN' from department_check, generate_series(1, 2) i
on conflict do nothing;
insert into check_result select id, 1, 'NO_PROBLEM', null from department_check where status in ('PUBLISHED', 'ENTERED')
on conflict do nothing;
insert into check_finding
select c.id, g, '示例事项' || g, 'PROBLEM', '示例' from department_check c, generate_series(1, :n) g
where c.status = 'ENTERED' on conflict do nothing;
insert into check_follow_up select id, 'REFER', '示例', 'xfd', null from department_check where status = 'ENTERED'
on conflict do nothing;
insert into evidence (id, check_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
select gen_random_uuid(), c.id, '示例' || g || '.jpg', 'image/jpeg', 1, g::text, '\x00', 'gaj1', '2024-04-10T15:00+08'
from department_check c, generate_series(1, :n) g where c.status = 'ENTERED' on conflict do nothing;
insert into recusal_request (check_id, inspector, reason, requested_by, requested_at)
select c.id, 'gaj' || g, 'KINSHIP', 'gaj1', '2024-04-09T09:00+08' from department_check c, generate_series(1, :n) g
where c.status = 'ENTERED' on conflict do nothing;
insert into substitution_request (object_inspection_id, reason, note, status, requested_by, requested_at, approved_by)
select '140826-2024-001/1', 'MOVED_OUT', '示例', 'REJECTED', 'gaj1', '2024-04-10T10:00+08', 'gajReviewer1'
from generate_series((select count(*) from substitution_request) + 1, :n) g;
insert into journal (at, actor, actor_name, department, joint_inspection_id, object_inspection_id, action)
select '2024-04-10T10:00+08', 'gaj1', '示例', 'gaj', '140826-2024-001', '140826-2024-001/1', '示例'
from generate_series((select count(*) from journal) + 1, :n) g;

insert into disclosure (check_id, joint_inspection_id, object_inspection_id, title, object_no, object_name, department,
  department_name, matters, method, checked_on, results, follow_ups, published_at)
select c.id, o.joint_inspection_id, o.id, '示例抽查', o.object_no, o.object_name, c.department, '公安局', '{示例事项}', '实地检查',
  c.checked_on, '[{"code":"NO_PROBLEM","text":"未发现问题"}]', '[]', c.published_at
from department_check c join object_inspection o on o.id = c.object_inspection_id where c.status = 'PUBLISHED'
on conflict do nothing;

insert into referral (id, check_id, joint_inspection_id, object_inspection_id, object_no, object_name, from_department,
  to_department, violation, created_at)
select 'CG-2024-0001', id, '140826-2024-001', '140826-2024-001/1', '140826:1', '示例旅馆1', 'gaj', 'xfd', '示例',
  '2024-04-12T09:00+08' from department_check where status = 'ENTERED' on conflict do nothing;
insert into referral_step
select 'CG-2024-0001', g, 'ASKED_AGAIN', 'gaj', '示例', 'gajStaff1', '示例', '2024-04-12T09:00+08'
from generate_series(1, :n) g on conflict do nothing;

insert into supervision_order (step, business_key, joint_inspection_id, department, subject, due_at, opened_at, supervisor)
select 'enter', '140826-2024-001/' || g, '140826-2024-001', 'gaj', '示例', '2024-04-20T23:59+08', '2024-04-21T00:00+08', 'bgs'
from generate_series(1, :n) g on conflict do nothing;
insert into supervision_order (step, business_key, joint_inspection_id, department, subject, due_at, opened_at, supervisor,
  status, closed_at)
select 'review', '140826-2024-001/' || g, '140826-2024-001', 'gaj', '示例', '2024-04-25T23:59+08', '2024-04-26T00:00+08', 'bgs',
  'EXEMPT', '2024-04-28T09:00+08'
from generate_series(1, :n) g on conflict do nothing;
insert into supervision_order (step, business_key, joint_inspection_id, department, subject, due_at, opened_at, supervisor)
values ('yearEnd', '140826-2024-001', '140826-2024-001', 'gaj', '示例', '2024-12-20T23:59+08', '2024-12-21T00:00+08', 'bgs')
on conflict do nothing;
insert into supervision_step
select o.id, g, 'ASKED_AGAIN', '示例', 'bgsStaff1', '示例', '2024-04-22T09:00+08'
from supervision_order o, generate_series(1, :n) g where o.step = 'enter' and o.business_key = '140826-2024-001/1'
on conflict do nothing;
insert into reminder (step, business_key, joint_inspection_id, department, due_at, reminded_at, kind, task_id, reminded_on)
select 'enter', '140826-2024-001/1', '140826-2024-001', 'gaj', '2024-04-20T23:59+08', '2024-04-21T09:00+08', 'AFTER',
  'task' || g, '2024-04-21' from generate_series(1, :n) g on conflict do nothing;
insert into reminder_recipient select id, 'gaj', '公安局' from reminder on conflict do nothing;
insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_id_, start_time_, state_)
values ('reads', 'reads', '140826-2024-001/1', 'reads', '2024-04-01', 'COMPLETED') on conflict do nothing;
insert into act_hi_taskinst (id_, proc_inst_id_, name_, assignee_, start_time_, due_date_)
select 'reads' || g, 'reads', '示例', 'gaj' || g, '2024-04-11', '2024-04-20' from generate_series(1, :n) g
on conflict do nothing;

insert into year_closing (year, opened_at, closed_at) values
  (2023, '2023-12-01T06:00+08', '2023-12-21T00:00+08'), (2024, '2024-12-01T06:00+08', null) on conflict do nothing;
insert into year_countdown select 2024, date '2024-12-01' + (g % 20), g, 20 - (g % 20) from generate_series(1, :n) g
on conflict do nothing;
insert into year_closing_entry (year, seq, joint_inspection_id, title, check_id, department, inspectors, stage)
select 2023, g, '140826-2024-001', '示例抽查1', case when g % 2 = 0 then g end, 'gaj', '{示例}', '待检查'
from generate_series(1, :n) g on conflict do nothing;

insert into draw (id, number, joint_inspection_id, year, title, prev, "freeze", frozen_at, frozen_by, candidate_count,
  candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status, public_value, value_entered_by,
  value_entered_body, value_entered_at, seed, allocation, drawn_at, transcript_sha256)
select 'draw-' || g, g, '140826-2024-' || lpad(g::text, 3, '0'), 2024, '示例抽查' || g, repeat('0', 64), repeat('0', 64),
  '2024-03-21T09:00+08', 'bgsStaff1', 1, '{"B": 1}', '{}', 'dice', '示例来源', 'DRAWN', '1', 'bgsStaff1', 'bgs',
  '2024-03-22T09:00+08', repeat('0', 64), '{"B": 1}', '2024-03-22T10:00+08', repeat('0', 64)
from generate_series(1, :items) g on conflict do nothing;
update joint_inspection set draw_id = 'draw-' || row_no where draw_id is null;
insert into draw_contribution
select id, d, repeat('0', 64), d || 'Staff1', '2024-03-21T10:00+08' from draw, unnest(array['gaj', 'xfd']) d
on conflict do nothing;
insert into draw_file select 'draw-1', name, repeat('0', 64), '\x7b7d' from unnest(array['params.json', 'transcript.json']) name
on conflict do nothing;
insert into draw_selected select 'draw-1', g, '140826:' || g, 'B', repeat('0', 64) from generate_series(1, :n) g
on conflict do nothing;
insert into draw_team_member
select 'draw-1', '140826:' || g, d, i, d || i
from generate_series(1, :n) g, unnest(array['gaj', 'xfd']) d, generate_series(1, 2) i on conflict do nothing;
insert into draw_assignment select draw_id, object_no, department, position, inspector from draw_team_member
on conflict do nothing;
insert into draw_shortfall (draw_id, object_no, department, seq, missing)
select 'draw-1', '140826:' || g, 'gaj', 1, 'count' from generate_series(1, :n) g on conflict do nothing;
insert into draw_event (draw_id, seq, type, object_no, inspector, reason, event_hash, replacement, approved_by, recorded_at,
  transcript_sha256, entry, transcript_size)
select 'draw-1', g, 'recuse', '140826:' || g, 'gaj1', 'KINSHIP', repeat('0', 64), 'gaj2', 'gaj' || g,
  '2024-04-09T09:00+08', repeat('0', 64), '{}', 2 from generate_series(1, :n) g on conflict do nothing;
insert into draw_value_dispute
select 'draw-1', g, '1', 'bgsStaff1', '2024-03-22T09:00+08', 'gaj' || g, 'jjjc', '2024-03-22T09:30+08', '示例'
from generate_series(1, :n) g on conflict do nothing;

insert into holiday_upload (year, notice, file_name, content, uploaded_at, uploaded_by, uploaded_by_name)
select 2024, '示例', 'a.csv', t.content, '2024-03-20T09:00+08', 'bgsStaff1', '示例'
from generate_series((select count(*) from holiday_upload) + 1, :n) g,
  (select E'date,kind,name\n' || string_agg(day || ',' || kind || ',' || name, E'\n') as content
   from holiday where year = 2024) t;
insert into department_alias (alias, department, added_at, added_by, added_by_name)
select '示例别名' || g, 'gaj', '2024-03-20T09:00+08', 'bgsStaff1', '示例' from generate_series(1, :n) g on conflict do nothing;
insert into person (account, name, department, roles, updated_at)
select 'reads' || g, '示例' || g, 'gaj', '{CLERK}', '2024-03-20T09:00+08' from generate_series(1, :n) g
on conflict do nothing;
insert into registry_change (kind, department, file_name, file_sha256, reason, good_rows_only, status, rows_read, bad_rows,
  added, changed, proposed_at, proposed_by, proposed_by_name)
select 'OBJECTS', 'gaj', 'a.csv', repeat('0', 64), '示例', true, 'WAITING', 3, 1, 1, 1, '2024-03-20T09:00+08', 'gajStaff1', '示例'
from generate_series((select count(*) from registry_change) + 1, :n) g;
insert into registry_change_row
select (select min(id) from registry_change), g, '140826:' || g,
  array['示例改名' || g, null, null, '旅馆', '', null, null, 'IN_FORCE', '示例范围1']
from generate_series((select count(*) from registry_change_row) + 1, :n) g;
insert into registry_change_problem
select (select min(id) from registry_change), g, g, '状态', '示例', '示例'
from generate_series((select count(*) from registry_change_problem) + 1, :n) g;
insert into registry_change (kind, department, file_name, file_sha256, reason, good_rows_only, status, rows_read, added,
  proposed_at, proposed_by, proposed_by_name, decided_at, decided_by, decided_by_name, in_force_at)
select 'MATTERS', 'gaj', 'a.csv', repeat('0', 64), '示例', true, 'IN_FORCE', 1, 1, '2024-03-20T09:00+08', 'gajStaff1', '示例',
  '2024-03-20T10:00+08', 'gajReviewer1', '示例', '2024-03-20T10:00+08'
where not exists (select from registry_change where kind = 'MATTERS');
insert into inspection_item (department, name, change_id)
select 'gaj', '示例事项' || g, (select id from registry_change where kind = 'MATTERS') from generate_series(1, :n) g
on conflict do nothing;
insert into inspection_point (item_id, text, position, answer, change_id)
select id, '示例要点', 1, 'WORDS', change_id from inspection_item on conflict do nothing;
insert into time_limit_version
select 'reads:' || g, g, '2024-03-20T09:00+08', 'bgsStaff1', '示例', '示例' from generate_series(1, :n) g
on conflict do nothing;
insert into deadline_recomputation (definition_id, version, started_at)
select 'reads:' || g, g, '2024-03-20T09:00+08' from generate_series(1, :n) g on conflict do nothing;
insert into deadline_change (recomputation_id, state, step, name, process_instance_id, business_key, execution_id,
  activity_id, process_definition_id, begun_at, old_due, new_due, note)
select r.id, s, 'enter', '示例', 'reads', 'reads', 'reads' || g, s, 'reads', '2024-03-20', '2024-04-20', '2024-04-21', '示例'
from (select min(id) as id from deadline_recomputation) r, unnest(array['OFFERED', 'KEPT']) s, generate_series(1, :n) g
on conflict do nothing;

insert into act_ru_task (id_, rev_, name_, task_def_key_, priority_, create_time_, due_date_, suspension_state_)
select 'reads' || g, 1, '录入检查结果：示例旅馆' || g, 'userTask_enterResult', 50, '2024-04-11', '2024-04-20', 1
from generate_series(1, :n) g on conflict do nothing;
insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
select 'reads' || g, 1, 'gaj', 'candidate', 'reads' || g from generate_series(1, :n) g on conflict do nothing;

insert into department_grade (department, grade, risk_class, reason, added_at, added_by, added_by_name)
select 'gaj', '级' || g, 'C', '示例', '2024-03-20T08:00+08', 'gaj1', '示例' from generate_series(1, :n) g
on conflict do nothing;
insert into object_grade (department, object_id, grade, dated_on, updated_at)
select d, o.id, '级1', '2024-03-01', '2024-03-20T08:00+08' from inspection_object o, unnest(array['gaj', 'xfd']) d
on conflict do nothing;
insert into class_proposal (check_id, object_no, effect, risk_version, codes, proposed_at)
select c.id, o.object_no, 'HIGHER', 1, '{UNREACHABLE}', '2024-04-12T08:00+08'
from department_check c join object_inspection o on o.id = c.object_inspection_id on conflict do nothing;
