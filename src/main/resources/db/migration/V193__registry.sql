-- A recusal holds from a day to a day, and how it arose is kept (回避, 三). Those of before hold without end from the day
-- they were filed; files were the department's, only the reason told that it was the inspector's own wish.
alter table recusal
  add column origin    text not null default 'ORDERED' check (origin in ('DECLARED', 'ORDERED', 'APPLIED')),
  add column starts_on date,
  add column ends_on   date,
  add column note      text,
  add check (ends_on >= starts_on);
update recusal set origin = case reason when 'DECLARED' then 'DECLARED' else 'ORDERED' end,
  starts_on = (filed_at at time zone 'Asia/Shanghai')::date;
alter table recusal alter column starts_on set not null, alter column origin drop default;
comment on column recusal.origin is 'DECLARED by the inspector, ORDERED by the department, APPLIED for by a firm';
comment on column recusal.ends_on is 'last day, Asia/Shanghai; null without end';
comment on column recusal.note is 'in free words; for those who must know';
