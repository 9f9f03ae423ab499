-- Drawn from above (省抽市查、市抽县查): the same matter is not drawn again in that year (二-11).
create table imposed_inspection (
  object_no    text collate "C" not null references inspection_object (object_no),
  matter       text not null,
  year         int  not null,
  level        text not null check (level in ('PROVINCE', 'CITY')),
  task         text not null,
  department   text not null references department,
  inspected_on date,
  change_id    bigint,
  line         int,
  primary key (object_no, matter, year)
);
comment on column imposed_inspection.department is 'whose list it came by';
comment on column imposed_inspection.inspected_on is 'null while it is not known';
create index imposed_inspection_year on imposed_inspection (year, matter);
call keep_registry_history_of('imposed_inspection', 'object_no,matter,year');

-- Visits of firms, made or told of (进一次门): what several departments or joint inspections check on one day is one.
create table visit (
  object_no           text collate "C" not null references inspection_object (object_no),
  joint_inspection_id text not null,
  visit_on            date not null,
  exemption           text check (exemption in ('RECHECK', 'COMPLAINT', 'HIGH_RISK', 'SPECIAL')),
  exemption_reason    text,
  primary key (object_no, joint_inspection_id)
);
comment on column visit.visit_on is 'the day told of, then the day of the check';
comment on column visit.exemption is 'why it does not count towards the cap; null: it counts';
create index visit_day on visit (visit_on, object_no);

-- How often firms of a kind may be inspected in a calendar year (年度频次上限); a kind that is not here has no cap.
create table visit_cap (
  category   text primary key,
  most       int  not null check (most between 1 and 99),
  reason     text not null,
  updated_at timestamptz not null,
  updated_by text not null
);
comment on column visit_cap.category is '类别 as the registry of objects has it';
call keep_registry_history_of('visit_cap', 'category');
create index inspection_object_category on inspection_object (category);
