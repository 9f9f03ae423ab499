-- One digest for a person and day. The row is committed before the mail goes out: a crash in between loses one mail, a
-- retry or a second node never doubles it.
create table digest_sent (
  user_id    text        not null,
  day        date        not null,
  claimed_at timestamptz not null,
  sent_at    timestamptz,
  refusal    text,
  primary key (user_id, day)
);
comment on column digest_sent.refusal is 'what the mail server said of this address; not tried again that day';

-- Calendar programs cannot sign in: whoever holds the secret address reads. Only the secret's hash is kept.
create table calendar_feed (
  department   text primary key references department,
  token_hash   bytea       not null check (length(token_hash) = 32),
  made_at      timestamptz not null,
  made_by      text        not null,
  made_by_name text        not null
);
