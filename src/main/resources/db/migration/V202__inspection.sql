-- Key areas and special inspections may inspect again what was inspected once (二-11).
alter table joint_inspection
  add column nature text not null default 'GENERAL' check (nature in ('GENERAL', 'KEY_AREA', 'SPECIAL')),
  add column nature_reason text;
comment on column joint_inspection.nature_reason is 'on what it rests that the task is one of a key area, or special; null for GENERAL';
