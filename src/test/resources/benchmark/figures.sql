-- Joint inspections of many years with their checks: the earlier years done, the last half done.
alter table inspection_object disable trigger user;
insert into scope (name) values ('示例范围');
insert into annual_plan (division, division_name, year, title, status, file_name, file_sha256, imported_at, imported_by)
  select '140826', '示例县', :first + g, '示例计划', 'PUBLISHED', 'plan.csv', '0', now(), 'a' from generate_series(0, :years - 1) g;
insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year, risk_rule,
    risk_text, window_from, window_to, lead_department, mode)
  select p.id, n, '示例任务' || n, '示例', s.id, 'EXACT', 10000, 1, case when n % 15 = 0 then 'NONE' else 'RISING' end, '', 3, 11,
    (array['gaj', 'xfd', 'scjgj', 'wlj', 'fgj'])[1 + n % 5], 'COUNTY_DRAW_COUNTY_CHECK'
  from scope s, annual_plan p, generate_series(1, :inspections / :years) n;
insert into plan_item_matter (plan_id, row_no, seq, matter)
  select plan_id, row_no, seq, '示例事项' || row_no % 300 || '之' || seq from plan_item, generate_series(1, 2) seq;
insert into inspection_item (department, name) select 'gaj', '示例事项' || g || '之' || s
  from generate_series(0, 399) g, generate_series(1, 2) s;
insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, status, window_opens, window_closes, scheme,
    launched_by, launched_at)
  select '140826-' || p.year || '-' || lpad(row_no::text, 3, '0'), p.id, row_no, p.year, i.name, i.lead_department, 'INSPECTING',
    make_date(p.year, 3, 1), make_date(p.year, 4 + row_no % 8, 28), repeat('示例检查方案', 50), 'a', make_date(p.year, 3, 5)
  from annual_plan p join plan_item i on i.plan_id = p.id;
insert into participation (joint_inspection_id, department, role, position)
  select id, d, case n when 1 then 'LEAD' else 'COOPERATING' end, n - 1
  from joint_inspection, unnest(array_prepend(lead_department, array_remove(array['gaj', 'xfd', 'scjgj', 'wlj', 'fgj'], lead_department)))
    with ordinality d (d, n);
insert into draw (id, number, joint_inspection_id, year, title, prev, "freeze", frozen_at, frozen_by, candidate_count,
    candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status, seed, transcript_sha256)
  select 'D-' || id, row_number() over (order by id), id, year, title, repeat('0', 64), repeat('0', 64), now(), 'a', 1, '{}', '{}',
    'dice', '示例', 'DRAWN', '0', '0' from joint_inspection;

insert into inspection_object (object_no, name, category, updated_at)
  select '140826:' || g, '示例单位' || g, '企业', now() from generate_series(1, greatest(:largest, 1000)) g;
insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum, status,
    noticed_at, publication_deadline)
  select j.id || '/' || g, j.id, g, '140826:' || g, '示例单位' || g, '示例镇示例大街' || g || '号', 'B',
    case when j.year < :first + :years - 1 then 'FINISHED' when g % 3 = 0 then 'STARTED' else 'CHECKED' end,
    make_date(j.year, 4, 1), make_date(j.year, 6, 1) + g % 150
  from joint_inspection j cross join lateral generate_series(1,
    case when j.id = :big then :largest else (:objects - :largest) / :inspections end) g;
-- As many departments as it takes: two of five, three of every other object and so on.
insert into department_check (object_inspection_id, department, status, checked_on, entered_at, published_at)
  select o.id, m.department, s.status, make_date(j.year, 4, 1) + (o.visit_no * 7 + j.row_no) % 200,
    (make_date(j.year, 4, 3) + (o.visit_no * 7 + j.row_no) % 200)::timestamptz,
    (make_date(j.year, 4, 9) + (o.visit_no * 7 + j.row_no) % 200)::timestamptz
  from object_inspection o join joint_inspection j on j.id = o.joint_inspection_id
    join participation m on m.joint_inspection_id = j.id
      and m.position < :checks / :objects + case when (o.visit_no * 37 + j.row_no) % 100 < :checks * 100.0 / :objects % 100 then 1 else 0 end
    cross join lateral (select case when o.status = 'FINISHED' then 'PUBLISHED' when o.status = 'STARTED' then 'PENDING'
      else (array['CHECKED', 'ENTERED', 'PUBLISHED', 'DROPPED'])[1 + o.visit_no % 4] end as status) s;
insert into check_finding (check_id, seq, matter, outcome)
  select id, 1, '示例事项', case when id % 12 = 0 then 'PROBLEM' else 'NO_PROBLEM' end from department_check where status <> 'PENDING';
insert into supervision_order (step, business_key, department, subject, due_at, opened_at, supervisor)
  select 'enter', id, lead_department, '示例', make_date(year, 6, 1), now(), 'bgs' from joint_inspection;
insert into referral (id, check_id, joint_inspection_id, object_inspection_id, object_no, object_name, from_department,
    to_department, violation, created_at)
  select 'CG-' || c.id, c.id, o.joint_inspection_id, o.id, o.object_no, o.object_name, c.department, 'jjjc', '示例', c.published_at
  from department_check c join object_inspection o on o.id = c.object_inspection_id where c.id % 50 = 0;
alter table inspection_object enable trigger user;
analyze
