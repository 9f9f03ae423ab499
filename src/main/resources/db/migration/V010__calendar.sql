-- Working days follow the State Council's notices; a year without a row here is refused, never guessed (五).
create table holiday_year (
  year      int primary key check (year between 2000 and 2200),
  notice    text,
  loaded_at timestamptz not null,
  loaded_by text not null
);

create table holiday (
  day  date primary key,
  year int  not null references holiday_year,
  kind text not null check (kind in ('holiday', 'workday')),
  name text not null
);
