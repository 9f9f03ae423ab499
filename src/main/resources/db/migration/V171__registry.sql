-- Other names by which files call a body of the county. A row stays when the name is taken out of use, as the history.
create table department_alias (
  id              bigint generated always as identity primary key,
  alias           text not null check (length(alias) between 2 and 50),
  department      text not null references department,
  added_at        timestamptz,
  added_by        text,
  added_by_name   text,
  removed_at      timestamptz,
  removed_by      text,
  removed_by_name text,
  check ((added_at is null) = (added_by is null)),
  check ((removed_at is null) = (removed_by is null))
);
create unique index department_alias_in_use on department_alias (alias) where removed_at is null;
comment on column department_alias.alias is 'half-width and without blanks';
comment on column department_alias.added_at is 'null where the name came with the program';
