-- An entry may be changed on its page as well: a proposal of one row, typed instead of read from a file.
alter table registry_change
  -- Each kind is a listing of the program; a check would have to be written anew with each.
  drop constraint registry_change_kind_check,
  add constraint registry_change_kind_check check (kind ~ '^[A-Z_]+$'),
  add column on_page boolean not null default false,
  add column subject text collate "C",
  add column fingerprint bigint,
  add column overtaken_at timestamptz;
comment on column registry_change.on_page is 'typed on a page; what was typed is kept as the file';
comment on column registry_change.subject is 'key of the entry that is changed on its page; null for a file and for a new entry';
comment on column registry_change.fingerprint is 'of what the rows were compared with: whoever approves has seen this and nothing else';
comment on column registry_change.overtaken_at is 'when the list was last found to have changed between approval and taking effect';
create index registry_change_open_subject on registry_change (kind, subject)
  where subject is not null and status in ('READING', 'WAITING');
