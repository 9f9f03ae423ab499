-- The figures of the year, for pages, bulletins, reports and the interface alike: no reader counts for itself. The views
-- read tables of the rooms below and are written by nobody. docs/figures.md says in Chinese what each column is.

-- Each is counted by itself, so that a page in order of numbers counts those on it and no others.
create view figure_inspection as
  select p.year, j.id as number, j.title, j.lead_department, j.window_opens, j.window_closes, j.status as stage,
    o.objects, c.drawn, c.noticed, c.checked, c.entered, c.published, c.problems, c.dropped,
    j.launched_at, j.completed_at, o.next_deadline
  from annual_plan p
    join joint_inspection j on j.plan_id = p.id
    cross join lateral (
      select count(*) filter (where status not in ('SUBSTITUTED', 'VOID'))::int as objects,
        min(publication_deadline) filter (where status = 'CHECKED') as next_deadline
      from object_inspection where joint_inspection_id = j.id) o
    cross join lateral (
      select count(*) filter (where f.drawn)::int as drawn, count(*) filter (where f.noticed)::int as noticed,
        count(*) filter (where f.checked)::int as checked, count(*) filter (where f.entered)::int as entered,
        count(*) filter (where f.published)::int as published, count(*) filter (where f.problem)::int as problems,
        count(*) filter (where f.dropped)::int as dropped
      from figure_check f where f.number = j.id) c
  where p.status = 'PUBLISHED';

comment on view figure_inspection is 'one row per joint inspection of a published plan';
comment on column figure_inspection.year is 'of the plan';
comment on column figure_inspection.number is 'of the joint inspection (任务编号): division-year-row';
comment on column figure_inspection.title is 'as the plan names it';
comment on column figure_inspection.lead_department is 'code of the department that leads (发起部门)';
comment on column figure_inspection.window_opens is 'first day of the time that the plan gives it';
comment on column figure_inspection.window_closes is 'last day of it';
comment on column figure_inspection.stage is 'code, as joint_inspection.status';
comment on column figure_inspection.objects is 'objects drawn, without those replaced or gone';
comment on column figure_inspection.drawn is 'checks (户次) to be carried out: by object and department, without those dropped';
comment on column figure_inspection.noticed is 'of drawn, those whose object has been told';
comment on column figure_inspection.checked is 'of drawn, those carried out';
comment on column figure_inspection.entered is 'of drawn, those whose result stands as entered';
comment on column figure_inspection.published is 'of drawn, those whose result is public';
comment on column figure_inspection.problems is 'checks that found a problem in any matter';
comment on column figure_inspection.dropped is 'checks not carried out: the department excused, or the object replaced or gone';
comment on column figure_inspection.launched_at is 'moment at which the scheme was sent out last (发起); null before';
comment on column figure_inspection.completed_at is 'moment at which the lead department confirmed it complete (点击完成); null before';
comment on column figure_inspection.next_deadline is 'earliest last day for publication among objects that are checked and not finished; null for none. The dates of other work are the engine''s';

-- Checks are grouped by whether there is a problem first: only then does the planner know for how many of them it asks the
-- findings, and reads these once instead of looking each up.
create view figure_department as
  select p.year, d.code as department, d.name, d.position,
    coalesce(part.planned, 0) as planned, coalesce(part.launched, 0) as launched,
    coalesce(c.drawn, 0) as drawn, coalesce(c.checked, 0) as checked, coalesce(c.entered, 0) as entered,
    coalesce(c.published, 0) as published, coalesce(c.problems, 0) as problems, coalesce(c.dropped, 0) as dropped,
    coalesce(l.late, 0) as late, coalesce(r.referred, 0) as referred
  from annual_plan p
    cross join department d
    left join (
      select j.plan_id, m.department, count(*) filter (where m.department = j.lead_department)::int as planned,
        count(*) filter (where m.department = j.lead_department and j.launched_at is not null)::int as launched
      from joint_inspection j join participation m on m.joint_inspection_id = j.id
      group by j.plan_id, m.department) part on part.plan_id = p.id and part.department = d.code
    left join (
      select k.year, k.department, sum(k.drawn)::int as drawn, sum(k.checked)::int as checked, sum(k.entered)::int as entered,
        sum(k.published)::int as published, coalesce(sum(k.checks) filter (where k.problem), 0)::int as problems,
        sum(k.dropped)::int as dropped
      from (
        select f.year, f.department, f.problem, count(*) as checks, count(*) filter (where f.drawn) as drawn,
          count(*) filter (where f.checked) as checked, count(*) filter (where f.entered) as entered,
          count(*) filter (where f.published) as published, count(*) filter (where f.dropped) as dropped
        from figure_check f group by f.year, f.department, f.problem) k
      group by k.year, k.department) c on c.year = p.year and c.department = d.code
    left join (
      select extract(year from due_at at time zone 'Asia/Shanghai')::int as year, department, count(*)::int as late
      from supervision_order group by 1, 2) l on l.year = p.year and l.department = d.code
    left join (
      select extract(year from created_at at time zone 'Asia/Shanghai')::int as year, from_department,
        count(*)::int as referred
      from referral group by 1, 2) r on r.year = p.year and r.from_department = d.code
  where p.status = 'PUBLISHED' and (part.department is not null or l.department is not null);

comment on view figure_department is 'one row per year of a published plan and department that has a part in it or let a deadline pass';
comment on column figure_department.year is 'of the plan';
comment on column figure_department.department is 'code';
comment on column figure_department.name is 'of the department';
comment on column figure_department.position is 'of the department in the printed order; equal ones by code';
comment on column figure_department.planned is 'joint inspections that it leads, cancelled ones too';
comment on column figure_department.launched is 'of planned, those launched (发起)';
comment on column figure_department.drawn is 'its checks (户次) to be carried out, without those dropped';
comment on column figure_department.checked is 'of drawn, those carried out';
comment on column figure_department.entered is 'of drawn, those whose result stands as entered';
comment on column figure_department.published is 'of drawn, those whose result is public';
comment on column figure_department.problems is 'its checks that found a problem in any matter';
comment on column figure_department.dropped is 'its checks not carried out: excused, or the object replaced or gone';
comment on column figure_department.late is 'supervision orders (督办) against it for deadlines in this calendar year, Asia/Shanghai';
comment on column figure_department.referred is 'violations that it began to refer (抄告) in this calendar year, Asia/Shanghai';

create view figure_year as
  select p.year, coalesce(sum(d.planned), 0)::int as planned, coalesce(sum(d.launched), 0)::int as launched,
    coalesce(sum(d.drawn), 0)::int as drawn, coalesce(sum(d.checked), 0)::int as checked,
    coalesce(sum(d.entered), 0)::int as entered, coalesce(sum(d.published), 0)::int as published,
    coalesce(sum(d.problems), 0)::int as problems, coalesce(sum(d.dropped), 0)::int as dropped,
    coalesce(sum(d.late), 0)::int as late, coalesce(sum(d.referred), 0)::int as referred
  from annual_plan p left join figure_department d on d.year = p.year
  where p.status = 'PUBLISHED'
  group by p.year;

comment on view figure_year is 'one row per year of a published plan: the sum of figure_department';
comment on column figure_year.year is 'of the plan';
comment on column figure_year.planned is 'sum of the departments''';
comment on column figure_year.launched is 'sum of the departments''';
comment on column figure_year.drawn is 'sum of the departments''';
comment on column figure_year.checked is 'sum of the departments''';
comment on column figure_year.entered is 'sum of the departments''';
comment on column figure_year.published is 'sum of the departments''';
comment on column figure_year.problems is 'sum of the departments''';
comment on column figure_year.dropped is 'sum of the departments''';
comment on column figure_year.late is 'sum of the departments''';
comment on column figure_year.referred is 'sum of the departments''';

-- By days first: they are few, and to find the month of each single check would take longer than to count them.
create view figure_month as
  select d.year, date_trunc('month', v.day)::date as month, d.department, sum(v.checked)::int as checked,
    sum(v.entered)::int as entered, sum(v.published)::int as published
  from (
    select year, department, checked_on, entered_on, published_on, count(*) as checks
    from figure_check group by year, department, checked_on, entered_on, published_on) d
    cross join lateral (values (d.checked_on, d.checks, 0, 0), (d.entered_on, 0, d.checks, 0), (d.published_on, 0, 0, d.checks))
    v (day, checked, entered, published)
  where v.day is not null
  group by 1, 2, 3;

comment on view figure_month is 'one row per year, month and department in which anything happened; over all months the same as figure_department';
comment on column figure_month.year is 'of the plan; its months may be of the next calendar year';
comment on column figure_month.month is 'first day of the calendar month, Asia/Shanghai';
comment on column figure_month.department is 'code';
comment on column figure_month.checked is 'checks carried out in the month';
comment on column figure_month.entered is 'results, standing as entered, that were entered in the month';
comment on column figure_month.published is 'results published in the month';
