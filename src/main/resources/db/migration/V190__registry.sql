-- 抽查事项清单 in full (一-1): what the list says of each matter, and what is to be looked at in a check of it, in order.
alter table inspection_item
  add column category  text,
  add column objects   text,
  add column methods   text,
  add column ratio     text,
  add column frequency text;
comment on column inspection_item.category is '抽查类别';
comment on column inspection_item.objects is '检查对象, in words';
comment on column inspection_item.methods is '检查方式, those of the notice joined by 、';
comment on column inspection_item.ratio is '抽查比例, in words; the plan says what is drawn';
comment on column inspection_item.frequency is '抽查频次, in words';

-- 检查要点. A point is its text: who words it anew asks something new, and what was answered before keeps its question. So its
-- id is the same in every version of the list that has the point.
create table inspection_point (
  id        bigint generated always as identity primary key,
  item_id   bigint  not null references inspection_item,
  text      text    not null,
  position  int     not null,
  basis     text,
  answer    text    not null check (answer in ('CONFORMITY', 'NUMBER', 'WORDS')),
  unit      text,
  in_force  boolean not null default true,
  version   int     not null default 0,
  change_id bigint,
  line      int,
  unique (item_id, text),
  check ((answer = 'NUMBER') = (unit is not null))
);
comment on column inspection_point.position is 'from 1 in the order of the list';

call keep_registry_history_of('inspection_point', 'id');
