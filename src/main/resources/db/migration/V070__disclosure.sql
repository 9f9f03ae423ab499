-- What was published, as it was published: a copy, so that later changes elsewhere cannot alter it.
create table disclosure (
  id                   bigint generated always as identity primary key,
  check_id             bigint not null unique references department_check,
  joint_inspection_id  text not null,
  object_inspection_id text not null,
  title                text not null,
  object_no            text collate "C" not null,
  object_name          text not null,
  credit_code          text,
  department           text not null references department,
  matters              text[] not null,
  method               text not null,
  checked_on           date not null,
  results              text[] not null,
  statement            text,
  follow_ups           text[] not null,
  published_at         timestamptz not null
);
create index disclosure_newest on disclosure (published_at desc, id desc);
create index disclosure_object on disclosure (object_no);
create index disclosure_joint_inspection on disclosure (joint_inspection_id);
