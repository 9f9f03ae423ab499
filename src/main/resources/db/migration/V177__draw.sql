-- An event holds its own line of the transcript, and the file stays as first drawn: an event adds a row instead of
-- writing the file anew (draw-spec 7 and 8). Not a byte of what was published changes, and no published hash.
alter table draw_event
  add column entry           text,
  add column transcript_size bigint;
comment on column draw_event.entry is 'the event as it stands in transcript.json, to the byte';
comment on column draw_event.transcript_size is 'of the transcript with this event, in bytes';

-- Events that are in a file already become rows' own; json, unlike jsonb, keeps each to the byte.
do $$
declare
  mark    constant bytea := convert_to(E'\n "events": [', 'UTF8');
  closing constant text := E'\n ]\n}\n';
  d       record;
  head    bytea;
  entries text[];
  tail    text;
begin
  for d in
    select f.draw_id, f.content, f.sha256, w.transcript_sha256 as drawn_sha256,
      (select array_agg(e.event_hash order by e.seq) from draw_event e where e.draw_id = f.draw_id) as hashes
    from draw_file f join draw w on w.id = f.draw_id
    where f.name = 'transcript.json' and exists (select from draw_event e where e.draw_id = f.draw_id)
  loop
    head := substring(d.content from 1 for position(mark in d.content) + octet_length(mark) - 1);
    select array_agg(entry::text order by n) into entries
      from json_array_elements(convert_from(d.content, 'UTF8')::json -> 'events') with ordinality as e (entry, n);
    if d.hashes is distinct from (select array_agg(entry::json ->> 'eventHash' order by n)
        from unnest(entries) with ordinality as e (entry, n)) then
      raise exception '抽取 % 的抽取记录与事件表不一致，未升级。数据未改动，请先查明原因。', d.draw_id;
    end if;
    for k in 1 .. cardinality(entries) loop
      tail := E'\n  ' || array_to_string(entries[1:k], E',\n  ') || closing;
      update draw_event set entry = entries[k], transcript_size = octet_length(head) + octet_length(convert_to(tail, 'UTF8'))
        where draw_id = d.draw_id and seq = k;
    end loop;
    if encode(sha256(head || convert_to(tail, 'UTF8')), 'hex') <> d.sha256
        or encode(sha256(head || convert_to(E']\n}\n', 'UTF8')), 'hex') <> d.drawn_sha256 then
      raise exception '抽取 % 的抽取记录与已公布的摘要不符，未升级。数据未改动，请先查明原因。', d.draw_id;
    end if;
    update draw_file set content = head || convert_to(E']\n}\n', 'UTF8'), sha256 = d.drawn_sha256
      where draw_id = d.draw_id and name = 'transcript.json';
  end loop;
  if exists (select from draw_event where entry is null) then
    raise exception '有的抽取有事件而没有抽取记录，未升级。数据未改动，请先查明原因。';
  end if;
end $$;

alter table draw_event alter column entry set not null, alter column transcript_size set not null;

-- Now every file stays as it is, and so does every event.
drop trigger draw_file_stays_frozen on draw_file;
create trigger draw_file_stays_frozen before update or delete on draw_file
  for each row execute function draw_stays_frozen();

create function draw_event_stays() returns trigger language plpgsql as $$
begin
  raise exception '抽取后的事件只能依次追加，不能更改或删除' using errcode = 'integrity_constraint_violation';
end $$;
create trigger draw_event_stays before update or delete on draw_event
  for each row execute function draw_event_stays();

create index draw_joint_inspection on draw (joint_inspection_id, number);
create index draw_year on draw (year);
create index draw_going_first on draw ((status in ('DRAWN', 'ABANDONED')), number desc);
create index draw_contribution_department on draw_contribution (department, draw_id);
