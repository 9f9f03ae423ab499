create table joint_inspection (
  id              text primary key,
  plan_id         bigint not null,
  row_no          int    not null,
  year            int    not null,
  title           text   not null,
  lead_department text   not null references department,
  status          text   not null default 'WAITING' check (status in
                  ('WAITING', 'COSIGNING', 'DRAWING', 'ACCEPTING', 'INSPECTING', 'FINISHED', 'COMPLETED', 'CANCELLED')),
  window_opens    date   not null,
  window_closes   date   not null,
  scheme          text,
  methods         text[] not null default '{}',
  planned         int,
  check_from      date,
  check_until     date,
  public_kind     text,
  public_source   text,
  slack           int    not null default 1 check (slack >= 0),
  launched_by     text,
  launched_at     timestamptz,
  draw_id         text references draw,
  completed_by    text,
  completed_at    timestamptz,
  completion_note text,
  version         int    not null default 0,
  foreign key (plan_id, row_no) references plan_item
);
comment on column joint_inspection.id is 'division-year-row, e.g. 140826-2024-008; the business key of its process';

create table participation (
  joint_inspection_id text not null references joint_inspection,
  department          text not null references department,
  role                text not null check (role in ('LEAD', 'COOPERATING')),
  position            int  not null,
  team_count          int  not null default 2 check (team_count >= 2),
  team_labels         jsonb not null default '{}',
  cosign              text not null default 'PENDING' check (cosign in ('PENDING', 'AGREED', 'REFUSED', 'EXCUSED')),
  cosign_note         text,
  cosigned_by         text,
  cosigned_at         timestamptz,
  acceptance          text not null default 'PENDING' check (acceptance in ('PENDING', 'ACCEPTED', 'REFUSED', 'EXCUSED')),
  acceptance_note     text,
  accepted_by         text,
  accepted_at         timestamptz,
  version             int  not null default 0,
  primary key (joint_inspection_id, department)
);

create table object_inspection (
  id                   text primary key,
  joint_inspection_id  text not null references joint_inspection,
  visit_no             int  not null,
  object_no            text collate "C" not null references inspection_object (object_no),
  object_name          text not null,
  object_address       text not null,
  risk_class           char(1),
  stratum              text not null,
  status               text not null default 'PLANNED' check (status in
                       ('PLANNED', 'STARTED', 'CHECKED', 'FINISHED', 'SUBSTITUTED', 'VOID')),
  notice_kind          text check (notice_kind in ('WRITTEN', 'PHONE', 'UNANNOUNCED')),
  notice_text          text,
  visit_on             date,
  noticed_by           text,
  noticed_at           timestamptz,
  check_completed_on   date,
  publication_deadline date,
  replaces             text references object_inspection,
  void_reason          text,
  finished_at          timestamptz,
  version              int not null default 0,
  unique (joint_inspection_id, visit_no),
  unique (joint_inspection_id, object_no)
);
comment on column object_inspection.id is '<joint inspection>/<visit number>; the business key of its process';
comment on column object_inspection.status is 'PLANNED: no process yet; CHECKED: joint check complete, results to be entered';
comment on column object_inspection.publication_deadline is '20 working days after check_completed_on or 20 December, the earlier (五)';
create index object_inspection_open on object_inspection (joint_inspection_id, status);

create table department_check (
  id                   bigint generated always as identity primary key,
  object_inspection_id text not null references object_inspection,
  department           text not null references department,
  status               text not null default 'PENDING' check (status in
                       ('PENDING', 'CHECKED', 'ENTERED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'DROPPED')),
  method               text check (method in ('ON_SITE', 'WRITTEN', 'ONLINE')),
  checked_on           date,
  record               text,
  checked_by           text,
  checked_at           timestamptz,
  statement            text,
  result_version       int,
  entered_by           text,
  entered_at           timestamptz,
  reviewed_by          text,
  reviewed_at          timestamptz,
  review_note          text,
  published_at         timestamptz,
  version              int not null default 0,
  unique (object_inspection_id, department)
);
comment on column department_check.record is '检查记录: what was seen, not public';
comment on column department_check.statement is '公示说明: published with the result; nullable';

create table check_inspector (
  check_id  bigint not null references department_check,
  inspector text collate "C" not null references inspector,
  position  int  not null,
  source    text not null check (source in ('DRAWN', 'REDRAWN', 'DESIGNATED')),
  present   boolean not null default false,
  left_at   timestamptz,
  primary key (check_id, inspector)
);
comment on column check_inspector.position is 'whoever of those still there stands first leads the team (组长)';
comment on column check_inspector.present is 'named in the record as present at the check';
create index check_inspector_inspector on check_inspector (inspector) where left_at is null;

create table check_finding (
  check_id bigint not null references department_check,
  seq      int  not null,
  matter   text not null,
  outcome  text not null check (outcome in ('NO_PROBLEM', 'PROBLEM', 'NOT_APPLICABLE')),
  note     text,
  primary key (check_id, seq)
);

create table result_code (
  version    int  not null,
  code       text not null,
  text       text not null,
  exclusive  boolean not null default false,
  needs_note boolean not null default false,
  position   int  not null,
  primary key (version, code)
);
comment on column result_code.exclusive is 'excludes all other codes of the same check';

insert into result_code (version, code, text, exclusive, needs_note, position) values
  (1, 'NO_PROBLEM',            '未发现问题',                             true,  false, 1),
  (1, 'NOT_DISCLOSED',         '未按规定公示应当公示的信息',             false, false, 2),
  (1, 'FALSE_DISCLOSURE',      '公示信息隐瞒真实情况弄虚作假',           false, false, 3),
  (1, 'UNREACHABLE',           '通过登记的住所（经营场所）无法联系',     false, false, 4),
  (1, 'OTHER_VIOLATION',       '违反其他规定',                           false, true,  5),
  (1, 'RECTIFICATION_ORDERED', '发现问题已责令改正',                     false, false, 6),
  (1, 'TO_BE_HANDLED',         '发现问题待后续处理',                     false, false, 7),
  (1, 'NO_RELEVANT_ACTIVITY',  '未发现开展本次抽查涉及的经营活动',       false, false, 8),
  (1, 'CLOSED_OR_LIQUIDATING', '已关闭停业或正在组织清算',               false, false, 9),
  (1, 'UNCOOPERATIVE',         '不配合检查情节严重',                     false, false, 10),
  (1, 'DEREGISTERED',          '注销',                                   false, false, 11),
  (1, 'LICENCE_REVOKED',       '被吊销',                                 false, false, 12),
  (1, 'REGISTRATION_CANCELLED','被撤销',                                 false, false, 13),
  (1, 'MOVED_OUT',             '迁出',                                   false, false, 14);

create table check_result (
  check_id bigint not null references department_check,
  version  int    not null,
  code     text   not null,
  note     text,
  primary key (check_id, code),
  foreign key (version, code) references result_code
);

create table check_follow_up (
  check_id          bigint not null references department_check,
  code              text not null check (code in
                    ('NONE', 'STOP_AND_REPORT', 'RECTIFY', 'FILE_CASE', 'REFER', 'OTHER')),
  note              text,
  target_department text references department,
  closed_on         date,
  primary key (check_id, code)
);
comment on column check_follow_up.target_department is 'only with REFER: the body in charge';

create table evidence (
  id          uuid primary key,
  check_id    bigint not null references department_check,
  file_name   text not null,
  media_type  text not null,
  size        int  not null,
  sha256      text not null,
  content     bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  unique (check_id, sha256)
);

create table recusal_request (
  id           bigint generated always as identity primary key,
  check_id     bigint not null references department_check,
  inspector    text collate "C" not null references inspector,
  reason       text not null,
  note         text,
  status       text not null default 'REQUESTED' check (status in ('REQUESTED', 'APPROVED', 'REJECTED')),
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  decision_note text,
  event_seq    int,
  version      int not null default 0
);
create unique index recusal_request_one_open on recusal_request (check_id, inspector) where status = 'REQUESTED';

create table substitution_request (
  id                   bigint generated always as identity primary key,
  object_inspection_id text not null references object_inspection,
  reason               text not null,
  note                 text not null,
  evidence_id          uuid references evidence,
  status               text not null default 'REQUESTED' check (status in
                       ('REQUESTED', 'APPROVED', 'COUNTERSIGNED', 'REJECTED')),
  requested_by         text not null,
  requested_at         timestamptz not null,
  approved_by          text,
  approved_body        text,
  approved_at          timestamptz,
  countersigned_by     text,
  countersigned_body   text,
  countersigned_at     timestamptz,
  decision_note        text,
  event_seq            int,
  version              int not null default 0
);
create unique index substitution_request_one_open on substitution_request (object_inspection_id)
  where status in ('REQUESTED', 'APPROVED');

-- 全过程留痕 (三): who did what when, never updated.
create table journal (
  id                   bigint generated always as identity primary key,
  at                   timestamptz not null,
  actor                text not null,
  actor_name           text not null,
  department           text,
  joint_inspection_id  text not null,
  object_inspection_id text,
  action               text not null,
  detail               text
);
create index journal_joint_inspection on journal (joint_inspection_id, id);
create index journal_object_inspection on journal (object_inspection_id, id) where object_inspection_id is not null;

-- The closed file of a joint inspection: what it holds, with check sums (三: 存档、可回溯).
create table inspection_archive (
  joint_inspection_id text primary key references joint_inspection,
  manifest            bytea not null,
  sha256              text  not null,
  kept_at             timestamptz not null
);
