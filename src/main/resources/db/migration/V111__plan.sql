-- 二: a plan in force is changed only by a filing with the office, which is published.
alter table plan_item add column cancelled_by text;
comment on column plan_item.cancelled_by is 'number of the filing (备案号) that cancelled the item; null while it is in force';

create table plan_item_weight (
  plan_id    bigint  not null,
  row_no     int     not null,
  risk_class char(1) not null check (risk_class in ('A', 'B', 'C', 'D')),
  weight     int     not null check (weight between 1 and 1000000),
  primary key (plan_id, row_no, risk_class),
  foreign key (plan_id, row_no) references plan_item
);
comment on table plan_item_weight is 'weights filed for an item; an item without rows has those of sampling-policy.dmn';

create table plan_adjustment (
  id             bigint generated always as identity primary key,
  plan_id        bigint not null,
  row_no         int    not null,
  change         jsonb  not null,
  before         jsonb,
  reason         text   not null,
  department     text   not null references department,
  applicant      text   not null,
  applicant_name text   not null,
  applied_at     timestamptz not null,
  status         text   not null default 'REQUESTED' check (status in ('REQUESTED', 'RETURNED', 'FILED', 'REFUSED')),
  reviewer       text,
  reviewer_name  text,
  reviewed_at    timestamptz,
  review_note    text,
  filing_no      text   unique,
  version        int    not null default 0,
  foreign key (plan_id, row_no) references plan_item,
  check ((status = 'FILED') = (filing_no is not null and before is not null))
);
comment on column plan_adjustment.before is 'what the change replaced, read at the moment of filing';
comment on column plan_adjustment.department is 'whose application it is: the lead department, or the office itself';
comment on column plan_adjustment.status is 'RETURNED: refused, the applicant has yet to take note or to apply again';
create unique index plan_adjustment_one_open on plan_adjustment (plan_id, row_no)
  where status in ('REQUESTED', 'RETURNED');
