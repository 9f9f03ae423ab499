-- Who put each version of the table of time limits in force, and why; the table itself is the engine's.
create table time_limit_version (
  definition_id    text primary key,
  version          int  not null,
  deployed_at      timestamptz not null,
  deployed_by      text,
  deployed_by_name text not null,
  reason           text not null
);
comment on column time_limit_version.deployed_by is 'account; null for the program itself';

-- A changed table that was shown to its author and is not in force yet.
create table time_limit_draft (
  id                 bigint generated always as identity primary key,
  base_definition_id text  not null,
  content            bytea not null,
  made_at            timestamptz not null,
  made_by            text  not null,
  made_by_name       text  not null,
  deployed_at        timestamptz
);
comment on column time_limit_draft.base_definition_id is 'version it was made from; another in force meanwhile refuses it';

-- One offer to recompute the running waits, for each version.
create table deadline_recomputation (
  id              bigint generated always as identity primary key,
  definition_id   text not null unique,
  version         int  not null,
  started_at      timestamptz not null,
  status          text not null default 'COUNTING'
                  check (status in ('COUNTING', 'OFFERED', 'NOTHING', 'RUNNING', 'DONE', 'DECLINED', 'REPLACED')),
  decided_by      text,
  decided_by_name text,
  decided_at      timestamptz,
  reason          text,
  check ((decided_at is null) = (reason is null)),
  check (status not in ('RUNNING', 'DONE', 'DECLINED') or decided_at is not null)
);

-- The waits it is about. A row that is CHANGED is the record of a changed deadline and stays as it is.
create table deadline_change (
  id                  bigint generated always as identity primary key,
  recomputation_id    bigint not null references deadline_recomputation,
  state               text   not null default 'LISTED' check (state in ('LISTED', 'OFFERED', 'CHANGED', 'KEPT', 'ENDED')),
  step                text   not null,
  name                text   not null,
  process_instance_id text   not null,
  business_key        text,
  execution_id        text   not null,
  activity_id         text   not null,
  process_definition_id text not null,
  task_id             text,
  begun_at            timestamptz not null,
  old_due             timestamptz not null,
  new_due             timestamptz,
  old_reminder        timestamptz,
  new_reminder        timestamptz,
  note                text,
  version             int,
  changed_at          timestamptz,
  unique (recomputation_id, execution_id, activity_id),
  check ((state = 'CHANGED') = (changed_at is not null)),
  check (state not in ('OFFERED', 'CHANGED') or new_due is not null),
  check (state <> 'KEPT' or note is not null)
);
create index deadline_change_open on deadline_change (recomputation_id, state, id);
create index deadline_change_instance on deadline_change (process_instance_id);
comment on column deadline_change.old_reminder is 'null where the reminder was given already';
comment on column deadline_change.task_id is 'null where a whole stage of a process has the limit, and not one task';
comment on column deadline_change.note is 'why the deadline stays, or why it is not the one by the table';
comment on column deadline_change.version is 'version of the table by which new_due was computed';
