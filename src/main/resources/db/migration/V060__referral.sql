create table referral (
  id                  text primary key,
  check_id            bigint not null references department_check,
  joint_inspection_id text not null,
  object_no           text collate "C" not null,
  object_name         text not null,
  from_department     text not null references department,
  to_department       text not null references department,
  violation           text not null,
  letter              text,
  status              text not null default 'DRAFT' check (status in
                      ('DRAFT', 'SENT', 'RETURNED', 'ACCEPTED', 'HANDLED', 'CLOSED', 'WITHDRAWN')),
  outcome             text,
  created_at          timestamptz not null,
  closed_at           timestamptz,
  version             int not null default 0
);
comment on column referral.id is 'CG-<year>-<4 digits>; the business key of its process';

create table referral_step (
  referral_id text not null references referral,
  seq         int  not null,
  action      text not null,
  department  text,
  note        text,
  actor       text not null,
  actor_name  text not null,
  at          timestamptz not null,
  primary key (referral_id, seq)
);
