-- A password that was handed out on paper: the engine keeps its hash, this table how long it holds and that it must be changed.
create table one_time_password (
  account    text collate "C" primary key,
  issued_at  timestamptz not null,
  issued_by  text        not null,
  expires_at timestamptz not null,
  changed_at timestamptz
);
comment on column one_time_password.changed_at is 'when the person put his own in its place; null while it stands';

-- Accounts of those who left: nothing is open to them, whatever password somebody gives them.
create table locked_account (
  account   text collate "C" primary key,
  locked_at timestamptz not null,
  locked_by text        not null
);
