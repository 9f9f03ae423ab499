-- The witness's words when he does not agree with a public value that was entered; they stay with the draw for ever.
create table draw_value_dispute (
  draw_id       text not null references draw,
  seq           int  not null check (seq >= 1),
  value         text not null,
  entered_by    text not null,
  entered_at    timestamptz not null,
  disputed_by   text not null,
  disputed_body text not null,
  disputed_at   timestamptz not null,
  reason        text not null check (reason ~ '\S'),
  primary key (draw_id, seq)
);

-- Published files are sent piece by piece; a piece of a compressed value would cost the whole.
alter table draw_file alter column content set storage external;

-- What was frozen stays so, whoever has access to the tables (draw-spec 2): nothing is edited after the freeze, and no
-- draw disappears.
create function draw_stays_frozen() returns trigger language plpgsql as $$
begin
  raise exception '抽取已经冻结，名单和冻结值不能更改或删除' using errcode = 'integrity_constraint_violation';
end $$;

create trigger draw_file_stays_frozen before update or delete on draw_file
  for each row when (old.name <> 'transcript.json') execute function draw_stays_frozen();

create trigger draw_stays_frozen before update on draw
  for each row when ((old.id, old.number, old.joint_inspection_id, old.title, old.prev, old."freeze", old.frozen_at,
      old.candidate_count, old.candidates_by_stratum, old.exclusions_by_reason, old.public_kind, old.public_source)
    is distinct from (new.id, new.number, new.joint_inspection_id, new.title, new.prev, new."freeze", new.frozen_at,
      new.candidate_count, new.candidates_by_stratum, new.exclusions_by_reason, new.public_kind, new.public_source))
  execute function draw_stays_frozen();

create trigger draw_stays before delete on draw for each row execute function draw_stays_frozen();
