-- Rehearsal only: how far the clock of engine and application runs from the machine's; never moves back.
create table rehearsal_clock (
  only_row        boolean primary key default true check (only_row),
  offset_millis   bigint not null
);
