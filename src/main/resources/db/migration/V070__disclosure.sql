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
  department_name      text not null,
  matters              text[] not null,
  method               text not null,
  checked_on           date not null,
  results              jsonb not null,
  statement            text,
  follow_ups           jsonb not null,
  published_at         timestamptz not null
);
comment on column disclosure.results is '[{code, text, note}]';
comment on column disclosure.follow_ups is '[{code, text, note, department}]: only what is meant for the public';
create index disclosure_object on disclosure (object_no);
create index disclosure_credit_code on disclosure (credit_code);
create index disclosure_joint_inspection on disclosure (joint_inspection_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published row is never altered or removed: %', tg_table_name;
end $$;
create trigger disclosure_is_final before update or delete on disclosure
  for each row execute function refuse_change();
