-- The notices by which the tables that come with the program were made.
update holiday_year set notice = '国办发明电〔2023〕7号' where year = 2024 and notice is null;
update holiday_year set notice = '国办发明电〔2024〕12号' where year = 2025 and notice is null;
update holiday_year set notice = '国办发明电〔2025〕7号' where year = 2026 and notice is null;

-- What the office uploaded: first a draft that is looked at, then in effect or discarded. The rows stay, as the history.
create table holiday_upload (
  id               bigint generated always as identity primary key,
  year             int         not null check (year between 2000 and 2200),
  notice           text        not null,
  file_name        text        not null,
  content          text        not null,
  base_version     int,
  uploaded_at      timestamptz not null,
  uploaded_by      text        not null,
  uploaded_by_name text        not null,
  status           text        not null default 'DRAFT' check (status in ('DRAFT', 'IN_EFFECT', 'DISCARDED')),
  decided_at       timestamptz,
  decided_by       text,
  decided_by_name  text,
  check ((status = 'DRAFT') = (decided_at is null))
);
create index holiday_upload_year on holiday_upload (year, id);
comment on column holiday_upload.content is 'the table as read: lines of date,kind,name';
comment on column holiday_upload.base_version is 'version of the table that the draft was compared with; null where the year had none';

-- One request to the office for each year whose table is missing, whichever node notices first.
create table holiday_request (
  year         int primary key,
  requested_at timestamptz not null
);
