alter table joint_inspection add column cancelled_by text;
alter table joint_inspection add constraint joint_inspection_cancelled_by_filing
  check ((status = 'CANCELLED') = (cancelled_by is not null));
comment on column joint_inspection.cancelled_by is 'number of the filing (备案号) that cancelled it; null otherwise';
