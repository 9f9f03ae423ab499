-- Rows that an office program hides count all the same; whoever looks at the draft is told of them.
alter table holiday_upload add column hidden_rows text not null default '';
