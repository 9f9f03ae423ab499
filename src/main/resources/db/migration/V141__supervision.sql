-- Reminders on the day and after (六): each once per day and task.
alter table reminder
  add column kind        text not null default 'BEFORE' check (kind in ('BEFORE', 'ON_DAY', 'AFTER')),
  add column task_id     text,
  add column reminded_on date,
  drop constraint reminder_step_business_key_department_due_at_key,
  add check (kind = 'BEFORE' or task_id is not null and reminded_on is not null);
comment on column reminder.task_id is 'the engine''s id of the task; null with BEFORE, which is once per deadline';
create unique index reminder_before on reminder (step, business_key, department, due_at) where kind = 'BEFORE';
create unique index reminder_daily on reminder (task_id, reminded_on) where kind <> 'BEFORE';
create index reminder_deadline on reminder (step, business_key, department, due_at);

-- The full record on which an order was decided (尽职照单免责、失职照单问责, 六), as it was at that moment.
create table supervision_record (
  order_id bigint primary key references supervision_order,
  record   jsonb  not null,
  sha256   text   not null,
  kept_at  timestamptz not null
);
comment on column supervision_record.sha256 is 'of the record''s text as PostgreSQL prints it, UTF-8';
create trigger supervision_record_is_final before update or delete on supervision_record
  for each row execute function refuse_change();
create index supervision_order_department on supervision_order (department, id);
