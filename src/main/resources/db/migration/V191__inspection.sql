-- What a check found at each point of its checklist (检查要点), with the question as it stood when it was answered.
create table check_answer (
  check_id bigint not null references department_check,
  seq      int    not null,
  matter   text   not null,
  point_id bigint not null references inspection_point,
  position int    not null,
  question text   not null,
  basis    text,
  kind     text   not null check (kind in ('CONFORMITY', 'NUMBER', 'WORDS')),
  unit     text,
  verdict  text   check (verdict in ('CONFORMS', 'FAILS', 'NOT_APPLICABLE')),
  number   numeric,
  note     text,
  primary key (check_id, point_id),
  check ((number is not null) = (kind = 'NUMBER' and verdict is null)),
  check (case kind when 'CONFORMITY' then verdict is not null else verdict is null or verdict = 'NOT_APPLICABLE' end),
  check (note is not null or kind <> 'WORDS' or verdict is not null),
  check (verdict is distinct from 'FAILS' or note is not null)
);
comment on column check_answer.point_id is 'the same in every version of the list';
comment on column check_answer.verdict is 'of a number or of words only NOT_APPLICABLE';
