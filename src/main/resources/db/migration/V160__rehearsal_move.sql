-- Rehearsal only: each time the office moved the clock forward, and what fell due on the way.
create table rehearsal_move (
  id          bigint generated always as identity primary key,
  moved_by    text not null,
  moved_from  timestamptz not null,
  moved_to    timestamptz not null,
  -- null while the move is under way, and for good where the program was stopped on the way
  arrived_at  timestamptz,
  check (moved_to > moved_from)
);

create table rehearsal_fell_due (
  move_id     bigint not null references rehearsal_move,
  due_at      timestamptz not null,
  process     text not null,
  event       text not null,
  subject     text,
  times       integer not null check (times > 0)
);
create index on rehearsal_fell_due (move_id, due_at);
