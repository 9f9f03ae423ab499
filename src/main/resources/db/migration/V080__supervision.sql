create table reminder (
  id                  bigint generated always as identity primary key,
  step                text not null,
  business_key        text not null,
  joint_inspection_id text,
  department          text not null references department,
  due_at              timestamptz not null,
  reminded_at         timestamptz not null,
  unique (step, business_key, department, due_at)
);
comment on column reminder.step is 'name of the time limit, as in time-limits.dmn';
comment on column reminder.joint_inspection_id is 'null where the work belongs to none, such as examining a plan';

create table supervision_order (
  id                  bigint generated always as identity primary key,
  step                text not null,
  business_key        text not null,
  joint_inspection_id text,
  department          text not null references department,
  subject             text not null,
  due_at              timestamptz not null,
  opened_at           timestamptz not null,
  status              text not null default 'OPEN' check (status in ('OPEN', 'EXPLAINED', 'EXEMPT', 'ANSWERABLE')),
  closed_at           timestamptz,
  version             int not null default 0,
  -- One order per lateness, not one per tick.
  unique (step, business_key, department, due_at),
  check ((status in ('EXEMPT', 'ANSWERABLE')) = (closed_at is not null))
);
create index supervision_order_open on supervision_order (due_at, id) where closed_at is null;
create index supervision_order_joint_inspection on supervision_order (joint_inspection_id);

-- The record on which 尽职照单免责、失职照单问责 (六) is decided: never updated.
create table supervision_step (
  order_id   bigint not null references supervision_order,
  seq        int    not null,
  action     text   not null check (action in ('OPENED', 'EXPLAINED', 'ASKED_AGAIN', 'EXEMPT', 'ANSWERABLE')),
  note       text,
  actor      text   not null,
  actor_name text   not null,
  at         timestamptz not null,
  primary key (order_id, seq)
);
