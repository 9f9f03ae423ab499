-- Finds objects by any part of their name or address among a million. pg_trgm sees no Chinese in the C and builtin
-- locales, so an index holds each text's pieces of two characters; what has all the pieces of what was typed is then
-- looked at itself.

create function folded(whole text) returns text language sql immutable strict parallel safe
  return lower(replace(normalize(whole, nfkc), ' ', '') collate "C");
comment on function folded is 'as compared: half-width, small letters, no blanks';

create function text_pieces(whole text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  -- With its schema: indexes are made and analysed, and dumps read back, without a search path.
  compared constant text := public.folded(whole);
  pieces text[] := '{}';
begin
  for place in 1 .. length(compared) - 1 loop
    pieces := pieces || substr(compared, place, 2);
  end loop;
  return pieces;
end $$;
comment on function text_pieces is 'each two characters that stand side by side; empty for a text of one';

-- An import leaves new rows in the index's pending list, which is emptied in batches and read by every search: a short
-- one costs a search a millisecond or two.
create index inspection_object_name_pieces on inspection_object using gin (text_pieces(name))
  with (gin_pending_list_limit = 1024);
create index inspection_object_address_pieces on inspection_object using gin (text_pieces(address))
  with (gin_pending_list_limit = 1024);
create index inspection_object_credit_code on inspection_object (credit_code text_pattern_ops);
create index inspection_object_registration_no on inspection_object (registration_no text_pattern_ops);
-- The few of a class, or of those that are gone, may stand together at the end of a million.
create index inspection_object_risk_class on inspection_object (risk_class, id);
create index inspection_object_gone on inspection_object (status, id) where status <> 'IN_FORCE';
-- Nothing asks for the beginning of a name.
drop index inspection_object_name;
