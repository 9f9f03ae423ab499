-- One list, two registries (一单两库), each change kept in registry_history by a trigger that nothing can bypass.
create table department (
  code     text primary key check (code ~ '^[a-z0-9]+$'),
  name     text not null unique,
  kind     text not null check (kind in ('OFFICE', 'DISCIPLINE', 'DEPARTMENT')),
  position int  not null
);

create table scope (
  id   int generated always as identity primary key,
  name text not null unique
);
comment on table scope is '抽查对象范围, as printed in the plan';

create table inspection_item (
  id         bigint generated always as identity primary key,
  department text    not null references department,
  name       text    not null,
  basis      text,
  in_force   boolean not null default true,
  version    int     not null default 0,
  unique (department, name)
);
comment on table inspection_item is '抽查事项: a matter from a department''s published list';

create table inspection_object (
  id              bigint generated always as identity primary key,
  -- The published id: credit code, or <division>:<registration number>. Collation C sorts by UTF-8 bytes, as the draw does.
  object_no       text collate "C" not null unique,
  name            text not null,
  credit_code     text,
  registration_no text,
  category        text not null,
  address         text not null default '',
  contact         text,
  risk_class      char(1) check (risk_class in ('A', 'B', 'C', 'D')),
  status          text not null default 'IN_FORCE'
                  check (status in ('IN_FORCE', 'DEREGISTERED', 'REVOKED', 'CANCELLED', 'MOVED_OUT')),
  version         int  not null default 0,
  updated_at      timestamptz not null
);
create index inspection_object_name on inspection_object (name text_pattern_ops);

create table object_scope (
  scope_id  int    not null references scope,
  object_id bigint not null references inspection_object,
  primary key (scope_id, object_id)
);
create index object_scope_object on object_scope (object_id);

create table inspector (
  certificate_no        text collate "C" primary key,
  name                  text not null,
  department            text not null references department,
  account               text unique,
  certificate_expires_on date not null,
  labels                text[] not null default '{}',
  status                text not null default 'IN_FORCE' check (status in ('IN_FORCE', 'LEFT')),
  version               int  not null default 0,
  updated_at            timestamptz not null
);
create index inspector_department on inspector (department);

create table recusal (
  inspector text collate "C" not null references inspector,
  object_no text collate "C" not null references inspection_object (object_no),
  reason    text not null check (reason ~ '^[A-Z_]+$'),
  filed_at  timestamptz not null,
  filed_by  text not null,
  primary key (inspector, object_no)
);

-- Once is enough (1次/年): the draw that covers an object for a matter in a year.
create table matter_coverage (
  object_id           bigint not null references inspection_object,
  matter              text   not null,
  year                int    not null,
  joint_inspection_id text   not null,
  primary key (object_id, matter, year)
);
create index matter_coverage_matter on matter_coverage (year, matter);

create table registry_history (
  id         bigint generated always as identity primary key,
  table_name text not null,
  row_key    text not null,
  operation  text not null,
  before     jsonb,
  after      jsonb,
  changed_at timestamptz not null,
  changed_by text not null
);
create index registry_history_row on registry_history (table_name, row_key);

-- The application names the person and its own clock's time with set_config('inspection.actor' | 'inspection.now', ..., true).
create function keep_registry_history() returns trigger language plpgsql as $$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  any_row jsonb := coalesce(new_row, old_row);
  keys    text[] := string_to_array(tg_argv[0], ',');
  row_key text;
begin
  select string_agg(any_row ->> k, '|') into row_key from unnest(keys) k;
  insert into registry_history (table_name, row_key, operation, before, after, changed_at, changed_by)
  values (tg_table_name, row_key, tg_op, old_row, new_row,
          coalesce(nullif(current_setting('inspection.now', true), '')::timestamptz, clock_timestamp()),
          coalesce(nullif(current_setting('inspection.actor', true), ''), 'system'));
  return null;
end $$;

create function refuse_to_change_history() returns trigger language plpgsql as $$
begin
  raise exception 'registry_history is only ever added to';
end $$;

create trigger registry_history_stays before update or delete on registry_history
  for each row execute function refuse_to_change_history();

create trigger inspection_item_history after insert or update or delete on inspection_item
  for each row execute function keep_registry_history('id');
create trigger inspection_object_history after insert or update or delete on inspection_object
  for each row execute function keep_registry_history('object_no');
create trigger inspector_history after insert or update or delete on inspector
  for each row execute function keep_registry_history('certificate_no');
create trigger recusal_history after insert or update or delete on recusal
  for each row execute function keep_registry_history('inspector,object_no');
create trigger object_scope_history after insert or update or delete on object_scope
  for each row execute function keep_registry_history('object_id,scope_id');
