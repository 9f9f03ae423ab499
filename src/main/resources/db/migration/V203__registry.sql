-- Several departments list one object, each in its own scopes: the file of one takes nothing away from another.
alter table object_scope add column departments text[] not null default '{}';
comment on column object_scope.departments is
  'whose files say so; empty where nobody knows any more, and then only a change on the object''s page ends it';
