-- New records are kept to the byte as they were written; older ones stay as PostgreSQL prints them.
alter table supervision_record alter column record drop not null, add column written text;
alter table supervision_record add check ((record is null) <> (written is null));
comment on column supervision_record.record is 'without a version, until 2026; null since';
comment on column supervision_record.written is 'JSON text in the format of docs/records.md; null with older ones';
comment on column supervision_record.sha256 is 'of written, or of record''s text as PostgreSQL prints it; UTF-8';
