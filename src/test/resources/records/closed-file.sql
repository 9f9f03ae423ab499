-- One completed joint inspection of two hotels, everything with ids and times of its own.
insert into scope (id, name) overriding system value values (90001, '示例归档旅馆');
insert into annual_plan (id, division, division_name, year, title, status, file_name, file_sha256, imported_at, imported_by)
  overriding system value values (90001, '140826', '示例县', 2025, '示例计划', 'DISCARDED', 'plan.csv', '0', '2025-01-02T09:00+08', 'bgsStaff1');
insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year, risk_rule, risk_text,
  window_from, window_to, lead_department, mode)
  values (90001, 8, '示例旅馆业联合抽查', '示例事项', 90001, 'AT_LEAST', 3000, 1, 'RISING', '', 3, 11, 'gaj', 'COUNTY_DRAW_COUNTY_CHECK');
insert into draw (id, number, joint_inspection_id, year, title, prev, "freeze", frozen_at, frozen_by, candidate_count,
  candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status, seed, transcript_sha256)
  values ('140826-2025-008-1', 90001, '140826-2025-008', 2025, '示例', repeat('0', 64), repeat('a', 64), '2025-03-20T09:00+08',
    'gajStaff1', 9, '{}', '{}', 'dice', '示例', 'DRAWN', '5', repeat('b', 64));
insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, status, window_opens, window_closes, scheme, methods,
  planned, check_from, check_until, public_kind, public_source, launched_by, launched_at, draw_id, completed_by, completed_at,
  completion_note)
  values ('140826-2025-008', 90001, 8, 2025, '示例旅馆业联合抽查', 'gaj', 'COMPLETED', '2025-03-01', '2025-11-30', '示例方案', '{ON_SITE}',
    2, '2025-04-01', '2025-06-30', 'dice', '示例', 'gajStaff1', '2025-03-18T09:00:00.123456+08', '140826-2025-008-1', 'gajStaff1',
    '2025-05-30T17:00+08', '全部公示');
insert into participation (joint_inspection_id, department, role, position, cosign, cosigned_by, cosigned_at, acceptance, accepted_by,
  accepted_at)
  values ('140826-2025-008', 'gaj', 'LEAD', 1, 'AGREED', 'gajStaff1', '2025-03-18T09:00+08', 'ACCEPTED', 'gajStaff1', '2025-03-21T09:00+08'),
    ('140826-2025-008', 'xfd', 'COOPERATING', 2, 'AGREED', 'xfdStaff1', '2025-03-19T09:00+08', 'EXCUSED', null, null);
insert into inspection_object (object_no, name, category, address, updated_at)
  values ('140826:GD-1', '示例旅馆一', '旅馆', '示例路1号', '2025-01-02T09:00+08'), ('140826:GD-2', '示例旅馆二', '旅馆', '示例路2号', '2025-01-02T09:00+08');
insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, risk_class, stratum, status,
  notice_kind, notice_text, visit_on, noticed_by, noticed_at, check_completed_on, publication_deadline, finished_at)
  values ('140826-2025-008/1', '140826-2025-008', 1, '140826:GD-1', '示例旅馆一', '示例路1号', 'C', 'C', 'FINISHED', 'WRITTEN', '示例通知',
    '2025-04-08', 'ga001', '2025-04-02T09:00+08', '2025-04-08', '2025-05-08', '2025-04-20T10:00+08');
insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum, status, void_reason)
  values ('140826-2025-008/2', '140826-2025-008', 2, '140826:GD-2', '示例旅馆二', '示例路2号', 'B', 'VOID', '注销');
insert into inspector (certificate_no, name, department, account, certificate_expires_on, updated_at)
  values ('GD001', '示例甲', 'gaj', 'gd001', '2026-12-31', '2025-01-02T09:00+08'), ('GD002', '示例乙', 'gaj', 'gd002', '2026-12-31', '2025-01-02T09:00+08'),
    ('GD003', '示例丙', 'gaj', 'gd003', '2026-12-31', '2025-01-02T09:00+08');
insert into department_check (id, object_inspection_id, department, status, method, checked_on, record, checked_by, checked_at,
  statement, result_version, entered_by, entered_at, reviewed_by, reviewed_at, published_at)
  overriding system value values (90001, '140826-2025-008/1', 'gaj', 'PUBLISHED', 'ON_SITE', '2025-04-08', '示例“记录”', 'gd001',
    '2025-04-08T16:00+08', '已当场改正', 1, 'gd001', '2025-04-09T09:00+08', 'gajReviewer1', '2025-04-10T09:00+08', '2025-04-10T09:00:01+08');
insert into department_check (id, object_inspection_id, department, status)
  overriding system value values (90002, '140826-2025-008/1', 'xfd', 'DROPPED');
insert into check_inspector (check_id, inspector, position, source, present, left_at)
  values (90001, 'GD001', 1, 'DRAWN', true, null), (90001, 'GD002', 2, 'DRAWN', false, '2025-04-03T09:00+08'),
    (90001, 'GD003', 3, 'REDRAWN', true, null);
insert into check_finding values (90001, 1, '示例事项', 'PROBLEM', '未登记');
insert into inspection_item (id, department, name) overriding system value values (90001, 'gaj', '示例归档事项');
insert into inspection_point (id, item_id, text, position, answer, unit) overriding system value
  values (90001, 90001, '住宿登记与在店人员一致', 1, 'CONFORMITY', null), (90002, 90001, '安全出口数量', 2, 'NUMBER', '个'),
    (90003, 90001, '监控保存情况', 3, 'WORDS', null);
insert into check_answer (check_id, seq, matter, point_id, position, question, basis, kind, unit, verdict, number, note)
  values (90001, 1, '示例事项', 90001, 1, '住宿登记与在店人员一致', '示例办法', 'CONFORMITY', null, 'FAILS', null, '两人未登记'),
    (90001, 2, '示例事项', 90002, 2, '安全出口数量', null, 'NUMBER', '个', null, 2.50, null),
    (90001, 3, '示例事项', 90003, 3, '监控保存情况', null, 'WORDS', null, null, null, '保存 30 日');
insert into check_result values (90001, 1, 'RECTIFICATION_ORDERED', null);
insert into check_follow_up values (90001, 'RECTIFY', '限期十日', null, null);
insert into evidence (id, check_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
  values ('00000000-0000-0000-0000-000000000001', 90001, '照片.png', 'image/png', 3, repeat('c', 64), '\x010203', 'gd001', '2025-04-08T16:01+08');
insert into journal (at, actor, actor_name, department, joint_inspection_id, object_inspection_id, action, detail)
  values ('2025-03-18T09:00+08', 'gajStaff1', '示例经办', 'gaj', '140826-2025-008', null, '发起', null),
    ('2025-04-08T16:00+08', 'gd001', '示例甲', 'gaj', '140826-2025-008', '140826-2025-008/1', '登记检查记录（现场检查）', '检查日期 2025-04-08');
