create table annual_plan (
  id            bigint generated always as identity primary key,
  division      text not null check (division ~ '^[0-9]{6}$'),
  division_name text not null,
  year          int  not null check (year between 2000 and 2200),
  title         text not null,
  document_no   text,
  status        text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED', 'DISCARDED')),
  file_name     text not null,
  file_sha256   text not null,
  missing_rows  int[] not null default '{}',
  imported_at   timestamptz not null,
  imported_by   text not null,
  examined_at   timestamptz,
  examined_by   text,
  examine_note  text,
  version       int not null default 0
);
comment on column annual_plan.missing_rows is 'numbers between 1 and the last that the printed plan does not hold';
-- One installation serves one county: the plan in force is found by its year alone.
create unique index annual_plan_one_published on annual_plan (year) where status = 'PUBLISHED';

create table plan_item (
  plan_id         bigint not null references annual_plan,
  row_no          int    not null check (row_no between 1 and 999),
  name            text   not null,
  matters         text   not null,
  scope_id        int    not null references scope,
  ratio_kind      text   not null check (ratio_kind in ('AT_LEAST', 'EXACT')),
  basis_points    int    not null check (basis_points between 1 and 10000),
  times_per_year  int    not null check (times_per_year >= 1),
  risk_rule       text   not null check (risk_rule in ('RISING', 'NONE', 'C_AND_D_ONLY')),
  risk_text       text   not null,
  window_from     int    not null check (window_from between 1 and 12),
  window_to       int    not null check (window_to between window_from and 12),
  lead_department text   not null references department,
  mode            text   not null check (mode in ('COUNTY_DRAW_COUNTY_CHECK', 'CITY_DRAW_COUNTY_CHECK', 'PROVINCE_DRAW_CITY_CHECK')),
  primary key (plan_id, row_no)
);
comment on column plan_item.window_from is '抽查起止时间: first month; the window opens on its first day';
comment on column plan_item.window_to is 'last month; the window closes on its last day';

create table plan_item_matter (
  plan_id bigint not null,
  row_no  int    not null,
  seq     int    not null,
  matter  text   not null,
  primary key (plan_id, row_no, seq),
  foreign key (plan_id, row_no) references plan_item
);

create table plan_item_cooperating (
  plan_id    bigint not null,
  row_no     int    not null,
  seq        int    not null,
  department text   not null references department,
  primary key (plan_id, row_no, seq),
  foreign key (plan_id, row_no) references plan_item,
  unique (plan_id, row_no, department)
);
