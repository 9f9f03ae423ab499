-- 人员名册: everybody who works here. Account, groups and the registry of inspectors follow the roster.
create table person (
  account        text collate "C" primary key check (account ~ '^[a-zA-Z0-9]{2,40}$'),
  name           text    not null,
  department     text    not null references department,
  roles          text[]  not null check (
                   cardinality(roles) > 0
                   and roles <@ array['CLERK', 'REVIEWER', 'REGISTRAR', 'INSPECTOR', 'OFFICE', 'DISCIPLINE']),
  certificate_no text collate "C" unique,
  email          text,
  in_force       boolean not null default true,
  version        int     not null default 0,
  updated_at     timestamptz not null,
  check (certificate_no is not null or not 'INSPECTOR' = any (roles))
);
create index person_department on person (department, name);
comment on column person.certificate_no is '执法证号, by which the registry of inspectors knows him; null where he has none';
comment on column person.in_force is 'false once he has left; the row stays, for what he did is on record under his account';

call keep_registry_history_of('person', 'account');

-- Whichever of the two is entered first: an inspector gets the account of the person who has his certificate.
create function inspector_signs_in_as_person() returns trigger language plpgsql as $$
begin
  if new.account is null then
    select account into new.account from person where certificate_no = new.certificate_no and in_force;
  end if;
  return new;
end $$;
create trigger inspector_account before insert on inspector
  for each row execute function inspector_signs_in_as_person();

-- A roster file as it was handed in: looked at first, then stored exactly as it was seen.
create table roster_upload (
  id               bigint generated always as identity primary key,
  file_name        text        not null,
  content          bytea       not null,
  uploaded_at      timestamptz not null,
  uploaded_by      text        not null,
  uploaded_by_name text        not null,
  taken_at         timestamptz
);
comment on column roster_upload.taken_at is 'null until somebody confirmed what was seen';
