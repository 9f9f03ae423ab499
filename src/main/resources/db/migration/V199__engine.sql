-- Accounts that were made for people of the roster whom nobody has given a password yet.
create table password_due (
  account text collate "C" primary key,
  since   timestamptz not null
);
