-- All reminders come from the morning's round, which knows the task of each; BEFORE is still once per deadline.
create index reminder_task on reminder (task_id, kind, reminded_on);
comment on column reminder.task_id is 'the engine''s id of the task; null for a stage that is no task, and with BEFORE until 2026';
