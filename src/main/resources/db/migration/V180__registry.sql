-- One statement that changes a registry makes one statement of history, however many rows it touches: an import of a
-- million objects fires one trigger, not a million.
create function keep_registry_history_of_statement() returns trigger language plpgsql as $$
declare
  key_of text := (select string_agg(format('(entry ->> %L)', k), ' || ''|'' || ') from unnest(string_to_array(tg_argv[0], ',')) k);
  moment timestamptz := coalesce(nullif(current_setting('inspection.now', true), '')::timestamptz, clock_timestamp());
  person text := coalesce(nullif(current_setting('inspection.actor', true), ''), 'system');
begin
  if tg_op = 'INSERT' then
    execute 'insert into registry_history (table_name, row_key, operation, after, changed_at, changed_by)
        select $1, ' || key_of || ', ''INSERT'', entry, $2, $3 from (select to_jsonb(n) as entry from new_rows n) n'
      using tg_table_name, moment, person;
  elsif tg_op = 'DELETE' then
    execute 'insert into registry_history (table_name, row_key, operation, before, changed_at, changed_by)
        select $1, ' || key_of || ', ''DELETE'', entry, $2, $3 from (select to_jsonb(o) as entry from old_rows o) o'
      using tg_table_name, moment, person;
  else
    execute 'insert into registry_history (table_name, row_key, operation, before, after, changed_at, changed_by)
        select $1, key, ''UPDATE'', b.entry, a.entry, $2, $3
        from (select entry, ' || key_of || ' as key from (select to_jsonb(o) as entry from old_rows o) o) b
          join (select entry, ' || key_of || ' as key from (select to_jsonb(n) as entry from new_rows n) n) a using (key)'
      using tg_table_name, moment, person;
  end if;
  return null;
end $$;

-- Keeps the history of a table; its rows are told apart by these columns, which are named with commas between.
create procedure keep_registry_history_of(kept regclass, keys text) language plpgsql as $$
begin
  execute format('create trigger %1$s_inserted after insert on %1$s referencing new table as new_rows
    for each statement execute function keep_registry_history_of_statement(%2$L)', kept, keys);
  execute format('create trigger %1$s_updated after update on %1$s referencing old table as old_rows new table as new_rows
    for each statement execute function keep_registry_history_of_statement(%2$L)', kept, keys);
  execute format('create trigger %1$s_deleted after delete on %1$s referencing old table as old_rows
    for each statement execute function keep_registry_history_of_statement(%2$L)', kept, keys);
end $$;

drop trigger inspection_item_history on inspection_item;
drop trigger inspection_object_history on inspection_object;
drop trigger inspector_history on inspector;
drop trigger recusal_history on recusal;
drop trigger object_scope_history on object_scope;
drop function keep_registry_history;
call keep_registry_history_of('inspection_item', 'id');
call keep_registry_history_of('inspection_object', 'object_no');
call keep_registry_history_of('inspector', 'certificate_no');
call keep_registry_history_of('recusal', 'inspector,object_no');
call keep_registry_history_of('object_scope', 'object_id,scope_id');

-- A proposal to change a registry (一单两库动态调整): read from a file, approved by a second person, then in force in one piece.
create table registry_change (
  id               bigint generated always as identity primary key,
  kind             text not null check (kind in ('OBJECTS', 'INSPECTORS', 'MATTERS', 'RECUSALS', 'RISK_CLASSES')),
  department       text not null references department,
  file_name        text not null,
  file_sha256      text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  reason           text not null,
  good_rows_only   boolean not null,
  status           text not null default 'READING'
                   check (status in ('READING', 'WAITING', 'REFUSED', 'IN_FORCE', 'REJECTED', 'WITHDRAWN')),
  rows_read        int  not null default 0,
  bad_rows         int  not null default 0,
  added            int  not null default 0,
  changed          int  not null default 0,
  removed          int  not null default 0,
  unchanged        int  not null default 0,
  refusal          text,
  proposed_at      timestamptz not null,
  proposed_by      text not null,
  proposed_by_name text not null,
  decided_at       timestamptz,
  decided_by       text,
  decided_by_name  text,
  decision_note    text,
  in_force_at      timestamptz
);
comment on column registry_change.department is 'whose list it is and whose reviewers approve it';
comment on column registry_change.rows_read is 'of the file, so far';
comment on column registry_change.refusal is 'why the file as a whole cannot be read; null if it can';
create index registry_change_department on registry_change (department, id);

-- The file as it was handed in, in pieces, so that nobody has to hold it in memory. Spreadsheets are packed already.
create table registry_change_file (
  change_id bigint not null references registry_change,
  part      int    not null,
  bytes     bytea  not null,
  primary key (change_id, part)
);
alter table registry_change_file alter column bytes set storage external;

-- The good rows of a proposal that is not decided yet; whoever puts it in force or turns it down removes them.
create table registry_change_row (
  change_id bigint not null,
  line      int    not null,
  key       text collate "C" not null,
  cells     text[] not null
);
create index registry_change_row_change on registry_change_row using brin (change_id);
comment on column registry_change_row.cells is 'as its kind of list orders them';

create table registry_change_problem (
  change_id   bigint not null references registry_change,
  seq         int    not null,
  line        int    not null,
  column_head text   not null,
  found       text   not null,
  remedy      text   not null,
  primary key (change_id, seq)
);

-- Why a row is as it is: the proposal and the line of its file; null for what was not imported. No foreign key: it would
-- be checked row by row.
alter table inspection_object add column change_id bigint, add column line int;
alter table inspector         add column change_id bigint, add column line int;
alter table inspection_item   add column change_id bigint, add column line int;
alter table recusal           add column change_id bigint, add column line int;

alter table inspection_object drop constraint inspection_object_status_check;
alter table inspection_object add constraint inspection_object_status_check
  check (status in ('IN_FORCE', 'DEREGISTERED', 'REVOKED', 'CANCELLED', 'MOVED_OUT', 'SUSPENDED'));
