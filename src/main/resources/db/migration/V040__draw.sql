-- A draw is never deleted and never re-used: an abandoned one keeps its number, freeze and reason.
create table draw (
  id                     text primary key,
  number                 int  not null unique check (number >= 1),
  joint_inspection_id    text not null,
  year                   int  not null,
  title                  text not null,
  prev                   text not null check (prev ~ '^[0-9a-f]{64}$'),
  "freeze"               text not null check ("freeze" ~ '^[0-9a-f]{64}$'),
  frozen_at              timestamptz not null,
  frozen_by              text not null,
  candidate_count        int  not null,
  candidates_by_stratum  jsonb not null,
  exclusions_by_reason   jsonb not null,
  public_kind            text not null check (public_kind in ('dice', 'lottery', 'drand', 'none')),
  public_source          text not null,
  status                 text not null check (status in
                         ('FROZEN', 'CLOSED', 'VALUE_ENTERED', 'VALUE_CONFIRMED', 'DRAWN', 'ABANDONED')),
  public_value           text,
  value_entered_by       text,
  value_entered_body     text,
  value_entered_at       timestamptz,
  value_confirmed_by     text,
  value_confirmed_body   text,
  value_confirmed_at     timestamptz,
  seed                   text,
  allocation             jsonb,
  drawn_at               timestamptz,
  transcript_sha256      text,
  abandoned_at           timestamptz,
  abandoned_by           text,
  abandoned_reason       text,
  version                int not null default 0,
  check (status <> 'ABANDONED' or abandoned_reason is not null),
  check (status <> 'DRAWN' or (seed is not null and transcript_sha256 is not null))
);
comment on column draw.status is 'FROZEN: contributions open; CLOSED: contributions closed, public value awaited';
comment on column draw.transcript_sha256 is 'of the transcript as first drawn, before any event';

create table draw_contribution (
  draw_id        text not null references draw,
  department     text not null references department,
  nonce          text check (nonce ~ '^[0-9a-f]{64}$'),
  contributed_by text,
  contributed_at timestamptz,
  primary key (draw_id, department)
);
comment on column draw_contribution.nonce is 'null until contributed; still null when contributions are closed: MISSING';

create table draw_file (
  draw_id text  not null references draw,
  name    text  not null,
  sha256  text  not null,
  content bytea not null,
  primary key (draw_id, name)
);
comment on table draw_file is 'the five frozen files and transcript.json, as published bytes';

create table draw_selected (
  draw_id   text not null references draw,
  visit_no  int  not null,
  object_no text collate "C" not null,
  stratum   text not null,
  ticket    text not null,
  primary key (draw_id, visit_no),
  unique (draw_id, object_no)
);

create table draw_team_member (
  draw_id    text not null references draw,
  object_no  text collate "C" not null,
  department text not null references department,
  position   int  not null,
  inspector  text collate "C" not null,
  primary key (draw_id, object_no, department, position)
);
comment on column draw_team_member.position is 'order of picking; 1 leads the team (组长)';

-- Teams as they now stand: first as drawn, then with people's decisions on shortfalls and with the events.
create table draw_assignment (
  draw_id    text not null references draw,
  object_no  text collate "C" not null,
  department text not null references department,
  position   int  not null,
  inspector  text collate "C" not null,
  primary key (draw_id, object_no, department, inspector)
);
create index draw_assignment_inspector on draw_assignment (inspector);

create table draw_shortfall (
  draw_id     text not null references draw,
  object_no   text collate "C" not null,
  department  text not null references department,
  seq         int  not null,
  missing     text not null,
  decision    text check (decision in ('DESIGNATED', 'WAIVED')),
  inspector   text collate "C",
  reason      text,
  decided_by  text,
  decided_at  timestamptz,
  primary key (draw_id, object_no, department, seq)
);

create table draw_event (
  draw_id           text not null references draw,
  seq               int  not null check (seq >= 1),
  type              text not null check (type in ('substitute', 'recuse')),
  object_no         text collate "C" not null,
  inspector         text collate "C",
  reason            text not null,
  evidence_sha256   text,
  fresh             text,
  event_hash        text not null,
  replacement       text collate "C",
  approved_by       text not null,
  countersigned_by  text,
  recorded_at       timestamptz not null,
  transcript_sha256 text not null,
  primary key (draw_id, seq)
);
comment on column draw_event.replacement is 'object (substitute) or inspector (recuse) who came in; null where there was none';
