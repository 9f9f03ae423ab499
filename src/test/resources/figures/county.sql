-- A county small enough to be counted by hand: five joint inspections of 2024, each in another stage, and one of 2023.
truncate annual_plan, scope, draw, supervision_order, inspection_object, inspection_item cascade;

insert into scope (name) values ('示例范围');
insert into annual_plan (division, division_name, year, title, status, file_name, file_sha256, imported_at, imported_by)
  select '140826', '示例县', y, '示例计划', s, 'plan.csv', '0', '2024-03-01', 'bgsStaff1'
  from (values (2023, 'PUBLISHED'), (2024, 'PUBLISHED'), (2025, 'DRAFT')) v (y, s);
insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year, risk_rule,
    risk_text, window_from, window_to, lead_department, mode)
  select p.id, n, '示例任务' || n, '示例', s.id, 'EXACT', 10000, 1, risk, '', 3, 11, lead, 'COUNTY_DRAW_COUNTY_CHECK'
  from scope s, annual_plan p join (values (2024, 1, 'gaj', 'RISING'), (2024, 2, 'gaj', 'RISING'), (2024, 3, 'xfd', 'NONE'),
    (2024, 4, 'gaj', 'RISING'), (2024, 5, 'xfd', 'C_AND_D_ONLY'), (2023, 1, 'gaj', 'RISING')) v (y, n, lead, risk) on y = p.year;
insert into plan_item_matter (plan_id, row_no, seq, matter)
  select plan_id, row_no, 1, '示例事项' || case when p.year = 2023 then 6 else row_no end
  from plan_item join annual_plan p on p.id = plan_id;
-- 一单: 2 stands on two departments' lists, 7 is on none any more.
insert into inspection_item (department, name, in_force)
  values ('gaj', '示例事项2', true), ('xfd', '示例事项2', true), ('xfd', '示例事项3', true), ('gaj', '示例事项4', true),
    ('gaj', '示例事项6', true), ('gaj', '示例事项7', false);

insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, status, window_opens, window_closes,
    launched_by, launched_at, completed_by, completed_at, cancelled_by)
  select '140826-' || p.year || '-00' || row_no, p.id, row_no, p.year, i.name, i.lead_department, v.status,
    make_date(p.year, 3, 1), make_date(p.year, 11, 30), case when launched is not null then 'a' end, launched::timestamptz,
    case when completed is not null then 'a' end, completed::timestamptz, cancelled
  from annual_plan p join plan_item i on i.plan_id = p.id join (values
    (2024, 1, 'WAITING', null, null, null), (2024, 2, 'INSPECTING', '2024-05-06 09:00+08', null, null),
    (2024, 3, 'COMPLETED', '2024-11-01 09:00+08', '2025-01-06 09:00+08', null), (2024, 4, 'CANCELLED', null, null, '示例备案1号'),
    (2024, 5, 'DRAWING', '2024-10-01 09:00+08', null, null), (2023, 1, 'COMPLETED', '2023-05-06 09:00+08', '2023-07-06 09:00+08', null))
    v (y, n, status, launched, completed, cancelled) on y = p.year and n = row_no;
insert into participation (joint_inspection_id, department, role, position)
  select id, d, case when d = lead_department then 'LEAD' else 'COOPERATING' end, case when d = lead_department then 0 else 1 end
  from joint_inspection, unnest(array['gaj', 'xfd']) d where d = lead_department or id not in ('140826-2024-003', '140826-2023-001');

-- Lots were drawn for two of 2024; for the fifth they were given up.
insert into draw (id, number, joint_inspection_id, year, title, prev, "freeze", frozen_at, frozen_by, candidate_count,
    candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status, seed, transcript_sha256, abandoned_reason)
  select 'D-' || number, number, joint, 2024, '示例', repeat('0', 64), repeat('0', 64), now(), 'a', 1, '{}', '{}', 'dice', '示例',
    status, '0', '0', case status when 'ABANDONED' then '示例' end
  from (values (1, '140826-2024-002', 'DRAWN'), (2, '140826-2024-003', 'DRAWN'), (3, '140826-2024-005', 'ABANDONED'),
    (4, '140826-2023-001', 'DRAWN')) v (number, joint, status);

insert into inspection_object (object_no, name, category, updated_at)
  select '140826:' || n, '示例单位' || n, '企业', now() from generate_series(1, 4) n;
insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum, status,
    noticed_at, publication_deadline)
  select joint || '/' || n, joint, n, '140826:' || n, '示例单位' || n, '示例路', 'B', status, noticed::timestamptz, deadline::date
  from (values ('140826-2024-002', 1, 'FINISHED', '2024-05-20', '2024-06-28'), ('140826-2024-002', 2, 'CHECKED', '2024-05-20', '2024-07-10'),
    ('140826-2024-002', 3, 'SUBSTITUTED', '2024-05-20', null), ('140826-2024-002', 4, 'STARTED', null, null),
    ('140826-2024-003', 1, 'FINISHED', '2024-12-02', '2024-12-20'), ('140826-2023-001', 1, 'FINISHED', '2023-05-20', '2023-06-28'))
    v (joint, n, status, noticed, deadline);
insert into department_check (object_inspection_id, department, status, checked_on, entered_at, published_at)
  select object, department, status, checked::date, entered::timestamptz, published::timestamptz
  from (values
    ('140826-2024-002/1', 'gaj', 'PUBLISHED', '2024-05-30', '2024-06-03 10:00+08', '2024-06-05 10:00+08'),
    ('140826-2024-002/1', 'xfd', 'PUBLISHED', '2024-05-31', '2024-06-04 10:00+08', '2024-07-01 00:30+08'),
    ('140826-2024-002/2', 'gaj', 'ENTERED', '2024-06-12', '2024-06-20 10:00+08', null),
    ('140826-2024-002/2', 'xfd', 'RETURNED', '2024-06-12', '2024-06-21 10:00+08', null),
    ('140826-2024-002/3', 'gaj', 'DROPPED', null, null, null), ('140826-2024-002/3', 'xfd', 'DROPPED', null, null, null),
    ('140826-2024-002/4', 'gaj', 'PENDING', null, null, null), ('140826-2024-002/4', 'xfd', 'PENDING', null, null, null),
    ('140826-2024-003/1', 'xfd', 'PUBLISHED', '2024-12-10', '2024-12-19 10:00+08', '2025-01-03 10:00+08'),
    ('140826-2023-001/1', 'gaj', 'PUBLISHED', '2023-05-30', '2023-06-03 10:00+08', '2023-06-05 10:00+08'))
    v (object, department, status, checked, entered, published);
-- Two matters of one check found wanting are one problem; a clean finding is none.
insert into check_finding (check_id, seq, matter, outcome)
  select c.id, n, '示例事项' || n, case when c.department = 'gaj' then 'PROBLEM' else 'NO_PROBLEM' end
  from department_check c, generate_series(1, 2) n where c.object_inspection_id = '140826-2024-002/1';

-- A violation of 2024, and one of the last evening of 2023.
insert into referral (id, check_id, joint_inspection_id, object_inspection_id, object_no, object_name, from_department,
    to_department, violation, created_at)
  select 'CG-' || n, c.id, o.joint_inspection_id, o.id, o.object_no, o.object_name, 'gaj', 'scjgj', '示例', at::timestamptz
  from (values (1, '140826-2024-002/1', '2024-06-05 10:00+08'), (2, '140826-2023-001/1', '2023-12-31 23:30+08'))
    v (n, object, at) join object_inspection o on o.id = object
    join department_check c on c.object_inspection_id = o.id and c.department = 'gaj';
-- The fire brigade was late at the end of 20 December; the office, which inspects nothing, once as well. The third
-- deadline is of 2025, though in London it was not.
insert into supervision_order (step, business_key, department, subject, due_at, opened_at, supervisor)
  values ('yearEnd', '140826-2024-003', 'xfd', '示例', '2024-12-21 00:00+08', '2024-12-21 00:00+08', 'bgs'),
    ('examine', '1', 'bgs', '示例', '2024-03-10 18:00+08', '2024-03-10 18:00+08', 'jjjc'),
    ('handle', '2', 'xfd', '示例', '2025-01-01 00:30+08', '2025-01-01 00:30+08', 'bgs');
