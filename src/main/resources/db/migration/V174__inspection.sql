-- Earlier results of an object (检查结果互认, 五): asked for with every form about it.
create index object_inspection_object on object_inspection (object_no);

-- The newest request of an object, whatever became of it: asked for with every form of a check.
create index substitution_request_object on substitution_request (object_inspection_id, id);

-- The steps that concern a joint inspection as a whole, without those of its thousands of objects.
create index journal_of_the_whole on journal (joint_inspection_id, id) where object_inspection_id is null;
