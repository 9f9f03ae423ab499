-- The targets (三、四、五、六) and the list behind each: a target is the sum of its list, so neither can say what the other does not.
create view figure_target_item as
  with lots as not materialized (
    select j.year, j.plan_id, j.row_no, j.id, j.title from joint_inspection j
    where exists (select from draw d where d.joint_inspection_id = j.id and d.status = 'DRAWN'))
  select p.year, 'COVERAGE' as target, 0 as position, m.name as item, m.name,
    (covered.matter is not null)::int as numerator, 1 as denominator
  from annual_plan p
    cross join (select distinct name from inspection_item where in_force) m
    left join (
      select distinct l.plan_id, i.matter from lots l
        join plan_item_matter i on i.plan_id = l.plan_id and i.row_no = l.row_no) covered
      on covered.plan_id = p.id and covered.matter = m.name
  where p.status = 'PUBLISHED'
  union all
  select p.year, 'RISK', 0, l.id, l.title, (i.risk_rule <> 'NONE')::int, 1
  from annual_plan p
    join lots l on l.plan_id = p.id
    join plan_item i on i.plan_id = l.plan_id and i.row_no = l.row_no
  where p.status = 'PUBLISHED'
  union all
  -- Nothing here writes briefs yet, so none is counted; to leave the target out would say that it does not exist.
  select f.year, t.target, f.position, f.department, f.name, t.numerator, t.denominator
  from figure_department f cross join lateral (values
    ('ENTERED', f.entered, f.drawn), ('PUBLISHED', f.published, f.drawn), ('BRIEF', 0, 4)) t (target, numerator, denominator)
  where f.drawn > 0;

comment on view figure_target_item is 'the list behind each target: what is missing has a numerator below its denominator';
comment on column figure_target_item.year is 'of the plan';
comment on column figure_target_item.target is 'code, as in figure_target';
comment on column figure_target_item.position is 'of departments, their printed order; 0 otherwise. Equal ones go by item';
comment on column figure_target_item.item is 'COVERAGE: the matter; RISK: number of the joint inspection; otherwise code of the department';
comment on column figure_target_item.name is 'of the item, for people';
comment on column figure_target_item.numerator is 'what the item adds to the target''s';
comment on column figure_target_item.denominator is 'what the item adds to the target''s';

create view figure_target as
  select p.year, t.target, t.position, t.name, t.clause, coalesce(s.numerator, 0) as numerator,
    coalesce(s.denominator, 0) as denominator, t.percent
  from annual_plan p
    cross join (values
      ('COVERAGE', 1, '双随机抽查覆盖的抽查事项', '三', 80), ('RISK', 2, '运用信用风险分类的联合抽查', '四', 90),
      ('ENTERED', 3, '抽查结果录入', '五', 100), ('PUBLISHED', 4, '抽查结果公示', '五', 100),
      ('BRIEF', 5, '每部门每季度工作简报', '六', 100)) t (target, position, name, clause, percent)
    left join (
      select year, target, sum(numerator)::int as numerator, sum(denominator)::int as denominator
      from figure_target_item group by year, target) s on s.year = p.year and s.target = t.target
  where p.status = 'PUBLISHED';

comment on view figure_target is 'five rows per year of a published plan: the targets that the notice sets';
comment on column figure_target.year is 'of the plan';
comment on column figure_target.target is 'code: COVERAGE, RISK, ENTERED, PUBLISHED, BRIEF';
comment on column figure_target.position is 'order in which they are shown, from 1';
comment on column figure_target.name is 'for people';
comment on column figure_target.clause is 'of the notice that sets it';
comment on column figure_target.numerator is 'what is reached: the sum of figure_target_item';
comment on column figure_target.denominator is 'of what: the sum of figure_target_item; 0 where there is nothing yet';
comment on column figure_target.percent is 'the target is met when the numerator is at least so many percent of the denominator';
