create table reminder (
  id                  bigint generated always as identity primary key,
  step                text not null,
  business_key        text not null,
  joint_inspection_id text not null,
  department          text not null,
  due_at              timestamptz not null,
  reminded_at         timestamptz not null,
  unique (step, business_key, department, due_at)
);

create table supervision_order (
  id                  bigint generated always as identity primary key,
  step                text not null,
  business_key        text not null,
  joint_inspection_id text not null,
  department          text not null,
  subject             text not null,
  due_at              timestamptz not null,
  opened_at           timestamptz not null,
  status              text not null default 'OPEN' check (status in ('OPEN', 'EXPLAINED', 'EXEMPT', 'ANSWERABLE')),
  explanation         text,
  explained_by        text,
  explained_at        timestamptz,
  decision_note       text,
  decided_by          text,
  decided_at          timestamptz,
  version             int not null default 0,
  -- One order per lateness, not one per tick.
  unique (step, business_key, department, due_at)
);
