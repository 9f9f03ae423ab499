-- What is asked of a year looks up its joint inspections first, and of all findings the few that are problems.
create index joint_inspection_plan on joint_inspection (plan_id, row_no);
create index joint_inspection_year on joint_inspection (year);
create index check_finding_problem on check_finding (check_id) where outcome = 'PROBLEM';

-- The one place that says what counts as checked, entered, published: every figure of checks adds up these rows. Days are
-- those of Asia/Shanghai, eight hours ahead since 1991: half a million names of a zone take longer to look up than the rest.
create view figure_check as
  select j.year, j.id as number, c.object_inspection_id, c.department,
    c.status <> 'DROPPED' as drawn,
    c.status <> 'DROPPED' and o.noticed_at is not null as noticed,
    c.status not in ('PENDING', 'DROPPED') as checked,
    c.status in ('ENTERED', 'APPROVED', 'PUBLISHED') as entered,
    c.status = 'PUBLISHED' as published,
    exists (select from check_finding f where f.check_id = c.id and f.outcome = 'PROBLEM') as problem,
    c.status = 'DROPPED' as dropped,
    case when c.status not in ('PENDING', 'DROPPED') then c.checked_on end as checked_on,
    case when c.status in ('ENTERED', 'APPROVED', 'PUBLISHED')
      then (c.entered_at at time zone interval '8 hours')::date end as entered_on,
    case when c.status = 'PUBLISHED' then (c.published_at at time zone interval '8 hours')::date end as published_on
  from joint_inspection j
    join object_inspection o on o.joint_inspection_id = j.id
    join department_check c on c.object_inspection_id = o.id;

comment on view figure_check is 'one row per department and object (户次): what every figure of checks adds up';
comment on column figure_check.year is 'of the plan';
comment on column figure_check.number is 'of the joint inspection (任务编号)';
comment on column figure_check.object_inspection_id is '<joint inspection>/<visit number>';
comment on column figure_check.department is 'code of the department whose check it is';
comment on column figure_check.drawn is 'to be carried out: fell to the department by lot and is not dropped';
comment on column figure_check.noticed is 'drawn, and the object has been told of the visit (检查通知)';
comment on column figure_check.checked is 'drawn and carried out: what was seen is recorded (检查记录)';
comment on column figure_check.entered is 'checked, and the result stands as entered; one returned by the reviewer does not';
comment on column figure_check.published is 'entered, and the result is public (公示)';
comment on column figure_check.problem is 'a problem was found in any matter';
comment on column figure_check.dropped is 'not carried out: the department excused, or the object replaced or gone';
comment on column figure_check.checked_on is 'day of the check; null unless checked';
comment on column figure_check.entered_on is 'day in Asia/Shanghai on which the result was last entered; null unless entered';
comment on column figure_check.published_on is 'day in Asia/Shanghai; null unless published';
