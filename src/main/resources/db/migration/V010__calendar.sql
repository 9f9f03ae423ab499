-- Working days follow the State Council's notices; a year without a row here is refused, never guessed (五).
create table holiday_year (
  year      int primary key check (year between 2000 and 2200),
  notice    text,
  loaded_at timestamptz not null,
  loaded_by text not null,
  version   int not null default 0
);
comment on column holiday_year.version is 'rises when the table of the year is replaced: tells every node to read again';

create table holiday (
  day  date primary key,
  year int  not null references holiday_year,
  kind text not null check (kind in ('holiday', 'workday')),
  name text not null
);
comment on column holiday.year is 'year of the notice; it may name days of the December before';
