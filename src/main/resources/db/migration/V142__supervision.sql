-- 20 December closes the year (五): what is not published by then is listed by name.
create table year_closing (
  year           int primary key,
  opened_at      timestamptz not null,
  closed_at      timestamptz,
  confirmed_by   text,
  confirmed_name text,
  confirmed_at   timestamptz,
  note           text,
  check (confirmed_at is null or closed_at is not null)
);
comment on column year_closing.closed_at is 'when the list was made; it lists what was unpublished at the end of 20 December';

-- The daily countdown from 1 December.
create table year_countdown (
  year        int  not null references year_closing,
  on_day      date not null,
  unpublished int  not null,
  days_left   int  not null check (days_left >= 0),
  primary key (year, on_day)
);

-- As it was when the year closed; what is published later is not taken off.
create table year_closing_entry (
  year                 int  not null references year_closing,
  seq                  int  not null,
  joint_inspection_id  text not null,
  title                text not null,
  object_inspection_id text,
  object_name          text,
  check_id             bigint,
  department           text not null references department,
  inspectors           text[] not null,
  stage                text not null,
  order_id             bigint references supervision_order,
  primary key (year, seq)
);
comment on column year_closing_entry.object_inspection_id is 'null where no object had been drawn by then';
