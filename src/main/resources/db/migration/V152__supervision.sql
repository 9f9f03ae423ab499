-- Whom a reminder went to, by the table of time limits as it stood then.
create table reminder_recipient (
  reminder_id bigint not null references reminder on delete cascade,
  recipient   text   not null,
  name        text   not null,
  primary key (reminder_id, recipient)
);
comment on column reminder_recipient.recipient is 'id of an account or of a group';

-- Who decides is fixed when the order is opened: a later table of time limits does not take a case from its judge.
alter table supervision_order add column supervisor text references department;
update supervision_order set supervisor = case department when 'bgs' then 'jjjc' else 'bgs' end;
alter table supervision_order alter column supervisor set not null;
alter table supervision_order add check (supervisor <> department);
