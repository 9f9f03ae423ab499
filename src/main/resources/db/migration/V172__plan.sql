-- A plan file as it was handed in: read and looked at first, then a draft of exactly what was seen.
create table plan_upload (
  id            bigint generated always as identity primary key,
  file_name     text        not null,
  content       bytea       not null,
  division      text        not null,
  division_name text        not null,
  year          int         not null,
  title         text        not null,
  document_no   text,
  uploaded_at   timestamptz not null,
  uploaded_by   text        not null,
  plan_id       bigint unique references annual_plan
);
create index plan_upload_open on plan_upload (uploaded_at) where plan_id is null;
comment on column plan_upload.plan_id is 'the draft that was made of it; null until somebody confirmed the reading';
