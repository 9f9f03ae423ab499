-- 守信激励、失信惩戒 (五): what a published result says about the object's risk class. A version is never changed; the newest
-- counts for what is published from now on.
create table result_risk (
  version  int  not null,
  code     text not null,
  effect   text not null check (effect in ('HIGHER', 'LOWER')),
  in_a_row int  not null default 1 check (in_a_row >= 1),
  primary key (version, code),
  check (effect = 'LOWER' or in_a_row = 1)
);
comment on table result_risk is 'results that propose another class; a result that is not listed proposes none';
comment on column result_risk.in_a_row is 'how many joint inspections of the object one after the other must have only results that lower';

-- One clean check may be luck: two joint inspections in a row lower the class, one bad result raises it.
insert into result_risk (version, code, effect, in_a_row) values
  (1, 'NO_PROBLEM',            'LOWER',  2),
  (1, 'NOT_DISCLOSED',         'HIGHER', 1),
  (1, 'FALSE_DISCLOSURE',      'HIGHER', 1),
  (1, 'UNREACHABLE',           'HIGHER', 1),
  (1, 'OTHER_VIOLATION',       'HIGHER', 1),
  (1, 'RECTIFICATION_ORDERED', 'HIGHER', 1),
  (1, 'TO_BE_HANDLED',         'HIGHER', 1),
  (1, 'UNCOOPERATIVE',         'HIGHER', 1);

create table class_proposal (
  id              bigint generated always as identity primary key,
  check_id        bigint not null unique references department_check,
  object_no       text collate "C" not null,
  effect          text not null check (effect in ('HIGHER', 'LOWER')),
  risk_version    int  not null,
  codes           text[] not null,
  proposed_at     timestamptz not null,
  status          text not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'REFUSED')),
  class_before    char(1),
  class_after     char(1),
  note            text,
  decided_at      timestamptz,
  decided_by      text,
  decided_by_name text,
  check ((status = 'OPEN') = (decided_at is null))
);
comment on column class_proposal.check_id is 'the published check that is the evidence; none proposes twice';
comment on column class_proposal.codes is 'the results that propose it, of the version that the check was entered with';
comment on column class_proposal.class_before is 'as it stood when it was decided; null for none';
create index class_proposal_open on class_proposal (id) where status = 'OPEN';
create index class_proposal_object on class_proposal (object_no);
