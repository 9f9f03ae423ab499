-- Numbers without gaps: the row is locked until the referral is committed, and a rollback gives its number back.
create table referral_number (
  year int primary key,
  last int not null check (last >= 1)
);

create table referral (
  id                   text primary key,
  check_id             bigint not null references department_check,
  joint_inspection_id  text not null,
  object_inspection_id text not null,
  object_no            text collate "C" not null,
  object_name          text not null,
  from_department      text not null references department,
  to_department        text not null references department check (to_department <> from_department),
  violation            text not null,
  letter               text,
  status               text not null default 'DRAFT' check (status in
                       ('DRAFT', 'SENT', 'RETURNED', 'ACCEPTED', 'HANDLED', 'CLOSED', 'WITHDRAWN')),
  outcome              text,
  created_at           timestamptz not null,
  closed_at            timestamptz,
  version              int not null default 0,
  check ((status in ('CLOSED', 'WITHDRAWN')) = (closed_at is not null))
);
comment on column referral.id is 'CG-<year>-<4 digits>; the business key of its process';
create index referral_joint_inspection on referral (joint_inspection_id);
create index referral_check on referral (check_id);

-- 全过程留痕 (三): who did what when, never updated.
create table referral_step (
  referral_id text not null references referral,
  seq         int  not null,
  action      text not null check (action in
              ('OPENED', 'SENT', 'ACCEPTED', 'RETURNED', 'REDIRECTED', 'WITHDRAWN', 'HANDLED', 'ASKED_AGAIN', 'CLOSED')),
  department  text not null references department,
  note        text,
  actor       text not null,
  actor_name  text not null,
  at          timestamptz not null,
  primary key (referral_id, seq)
);
comment on column referral_step.department is 'whose step it was; for REDIRECTED and OPENED the body it goes to';
