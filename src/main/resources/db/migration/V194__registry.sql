-- Certificates that were announced as expiring (证件到期提醒, 一): once for each certificate and last day.
create table certificate_notice (
  certificate_no text collate "C" not null references inspector,
  expires_on     date not null,
  announced_on   date not null,
  primary key (certificate_no, expires_on)
);
create index certificate_notice_announced on certificate_notice (announced_on);
comment on column certificate_notice.announced_on is 'day in Asia/Shanghai';

alter table inspector add column matters text[] not null default '{}';
comment on column inspector.matters is '可检查事项, of the department''s list; empty: all of them';

-- What of a joint inspection's matters is on the department's own list.
create function own_matters(of_department text, named text[]) returns text[] language sql stable
  return (select coalesce(array_agg(name), '{}') from inspection_item
    where department = of_department and in_force and name = any (named));
