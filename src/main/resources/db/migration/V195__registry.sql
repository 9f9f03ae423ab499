-- 信用风险分类 (四): each class says where it comes from and of which day it is; departments grade in their own words.
alter table inspection_object
  add column risk_source   text check (risk_source in ('MARKET', 'RESULT', 'REGISTRY')),
  add column risk_dated_on date;
comment on column inspection_object.risk_source is 'who gave the class; null while it is the one the object came with';
comment on column inspection_object.risk_dated_on is '分类日期; null while it is not known';

-- Whoever changes a class without a word where it comes from changes the registry: a source never outlives its class.
create function class_has_its_source() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('inspection.class_source', true), '') = '' then
    new.risk_source := case when new.risk_class is not null then 'REGISTRY' end;
    new.risk_dated_on := null;
  end if;
  return new;
end $$;
create trigger inspection_object_class before update on inspection_object for each row
  when (new.risk_class is distinct from old.risk_class) execute function class_has_its_source();

-- The day of the latest list in which the object stood, with the same class as before or another: a month in which
-- nothing changes writes no history of a million objects.
create table risk_class_confirmed (
  object_id bigint primary key,
  dated_on  date   not null
);

-- The class of each object with its source and day. Of what was entered with the object no day is known.
create view object_class as
  select o.id as object_id, o.object_no, o.name, o.status, o.risk_class,
    case when o.risk_class is not null then coalesce(o.risk_source, 'REGISTRY') end as source,
    case when o.risk_source in ('MARKET', 'RESULT') then greatest(o.risk_dated_on, k.dated_on) end as dated_on
  from inspection_object o left join risk_class_confirmed k on k.object_id = o.id;

-- What a department calls its grades (部门分级), and the class that each is. A row stays when it is taken out of use.
create table department_grade (
  id              bigint generated always as identity primary key,
  department      text not null references department,
  grade           text not null check (length(grade) between 1 and 20),
  risk_class      char(1) not null check (risk_class in ('A', 'B', 'C', 'D')),
  reason          text not null,
  added_at        timestamptz not null,
  added_by        text not null,
  added_by_name   text not null,
  removed_at      timestamptz,
  removed_by      text,
  removed_by_name text,
  check ((removed_at is null) = (removed_by is null))
);
create unique index department_grade_in_use on department_grade (department, grade) where removed_at is null;
comment on column department_grade.grade is 'half-width and without blanks, as files are compared';

-- Which grade a department gave an object.
create table object_grade (
  department text   not null references department,
  object_id  bigint not null,
  grade      text   not null,
  dated_on   date   not null,
  updated_at timestamptz not null,
  change_id  bigint,
  line       int,
  primary key (department, object_id)
);
create index object_grade_object on object_grade (object_id);
call keep_registry_history_of('object_grade', 'object_id,department');

-- The class that a department's own grade of an object is; a grade out of use is none.
create view class_by_grade as
  select g.department, g.object_id, d.risk_class
  from object_grade g join department_grade d
    on d.department = g.department and d.grade = g.grade and d.removed_at is null;
