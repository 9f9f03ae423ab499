-- Licences of objects (许可证), with their last day.
create table object_licence (
  object_no   text collate "C" not null references inspection_object (object_no),
  name        text    not null,
  number      text    not null,
  issued_by   text    not null default '',
  valid_until date    not null,
  in_force    boolean not null default true,
  version     int     not null default 0,
  updated_at  timestamptz not null,
  change_id   bigint,
  line        int,
  primary key (object_no, name, number)
);
comment on column object_licence.valid_until is 'the last day; 9999-09-09 where there is none (长期)';
comment on column object_licence.in_force is 'false once it was withdrawn or handed back (注销)';
create index object_licence_valid_until on object_licence (valid_until, object_no) where in_force;
call keep_registry_history_of('object_licence', 'object_no,name,number');

-- Two entries of one object are merged (合并): one is kept, the other leads to it for ever. Never in a chain: what led to
-- an entry that is merged itself leads on to where that now leads.
alter table inspection_object
  add column merged_into text collate "C" references inspection_object (object_no),
  -- Of name and address as compared. Rows that look alike stand together in its index: nobody compares a million.
  add column look_alike bigint generated always as (
    case when address <> '' then hashtextextended(folded(name) || '|' || folded(address), 0) end) stored,
  drop constraint inspection_object_status_check,
  add constraint inspection_object_status_check check (
    status in ('IN_FORCE', 'DEREGISTERED', 'REVOKED', 'CANCELLED', 'MOVED_OUT', 'SUSPENDED', 'MERGED')),
  -- Nothing brings a merged entry back by writing over it.
  add constraint inspection_object_merged_is_gone check ((merged_into is not null) = (status = 'MERGED'));
create index inspection_object_merged_into on inspection_object (merged_into) where merged_into is not null;
-- Objects are published by their code; whose code came later, or is another's, may be there twice.
create index inspection_object_other_code on inspection_object (credit_code) where credit_code <> object_no;
create index inspection_object_look_alike on inspection_object (look_alike) where look_alike is not null;

create function kept_object(asked text) returns text language sql stable parallel safe as $$
  select coalesce((select merged_into from inspection_object where object_no = asked), asked)
$$;
comment on function kept_object is 'the published id to which this one leads; an unknown one leads to itself';

-- Two entries that look like one object and are not, as somebody found.
create table distinct_objects (
  first_no       text collate "C" not null references inspection_object (object_no),
  second_no      text collate "C" not null references inspection_object (object_no),
  reason         text not null,
  marked_at      timestamptz not null,
  marked_by      text not null,
  marked_by_name text not null,
  primary key (first_no, second_no),
  check (first_no < second_no)
);
call keep_registry_history_of('distinct_objects', 'first_no,second_no');

-- What belongs to a merged entry moves to the kept one, and so to another key: gone from the one, new with the other.
create or replace function keep_registry_history_of_statement() returns trigger language plpgsql as $$
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
        select $1, key, case when b.entry is null then ''INSERT'' when a.entry is null then ''DELETE'' else ''UPDATE'' end,
          b.entry, a.entry, $2, $3
        from (select entry, ' || key_of || ' as key from (select to_jsonb(o) as entry from old_rows o) o) b
          full join (select entry, ' || key_of || ' as key from (select to_jsonb(n) as entry from new_rows n) n) a using (key)'
      using tg_table_name, moment, person;
  end if;
  return null;
end $$;
