package cn.jointinspection.registry;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many objects with few statements, so that a county's registry is stored in seconds. */
@Component
class ObjectWriter {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final Scopes scopes;

  ObjectWriter(JdbcClient jdbc, Scopes scopes) {
    this.jdbc = jdbc;
    this.scopes = scopes;
  }

  PutOutcome write(Collection<ObjectDraft> drafts, OffsetDateTime now) {
    Map<String, Integer> scopeIds = new HashMap<>();
    drafts.stream().flatMap(draft -> draft.scopes().stream()).distinct().sorted()
        .forEach(name -> scopeIds.put(name, scopes.idOf(name)));
    // Always in the same order, so that two imports at once wait for each other instead of locking each other out.
    List<ObjectDraft> all = drafts.stream().sorted(Comparator.comparing(ObjectDraft::objectNo)).toList();
    PutOutcome outcome = new PutOutcome(0, 0);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<ObjectDraft> batch = all.subList(from, Math.min(from + BATCH, all.size()));
      outcome = outcome.plus(writeObjects(batch, now));
      writeScopes(batch, scopeIds);
    }
    return outcome;
  }

  private PutOutcome writeObjects(List<ObjectDraft> batch, OffsetDateTime now) {
    return jdbc.sql("""
            with written as (
              insert into inspection_object as o (object_no, name, credit_code, registration_no, category, address,
                                                  contact, risk_class, status, updated_at)
              select d.*, ?::timestamptz from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                                     ?::text[], ?::text[], ?::text[]) d
              on conflict (object_no) do update set
                name = excluded.name, credit_code = excluded.credit_code, registration_no = excluded.registration_no,
                category = excluded.category, address = excluded.address, contact = excluded.contact,
                risk_class = excluded.risk_class, status = excluded.status, version = o.version + 1,
                updated_at = excluded.updated_at
              where (o.name, o.credit_code, o.registration_no, o.category, o.address, o.contact, o.risk_class, o.status)
                is distinct from (excluded.name, excluded.credit_code, excluded.registration_no, excluded.category,
                                  excluded.address, excluded.contact, excluded.risk_class, excluded.status)
              returning xmax = 0 as added)
            select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed
            from written
            """)
        .params(now, column(batch, ObjectDraft::objectNo), column(batch, ObjectDraft::name),
            column(batch, ObjectDraft::creditCode), column(batch, ObjectDraft::registrationNo),
            column(batch, ObjectDraft::category), column(batch, ObjectDraft::address),
            column(batch, ObjectDraft::contact),
            column(batch, draft -> draft.riskClass() == null ? null : draft.riskClass().name()),
            column(batch, draft -> draft.status().name()))
        .query(PutOutcome.class).single();
  }

  private void writeScopes(List<ObjectDraft> batch, Map<String, Integer> scopeIds) {
    List<String> objectNos = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    for (ObjectDraft draft : batch) {
      draft.scopes().stream().map(scopeIds::get).sorted().forEach(id -> {
        objectNos.add(draft.objectNo());
        ids.add(id);
      });
    }
    String[] objects = objectNos.toArray(String[]::new);
    Integer[] scopeOfObject = ids.toArray(Integer[]::new);
    jdbc.sql("""
            delete from object_scope os using inspection_object o
            where os.object_id = o.id and o.object_no = any (?::text[]) and (o.object_no, os.scope_id) not in
              (select n, s from unnest(?::text[], ?::int[]) as named (n, s))
            """)
        .params(objects, objects, scopeOfObject).update();
    jdbc.sql("""
            insert into object_scope (scope_id, object_id)
            select named.s, o.id from unnest(?::text[], ?::int[]) as named (n, s)
            join inspection_object o on o.object_no = named.n on conflict do nothing
            """)
        .params(objects, scopeOfObject).update();
  }

  private static String[] column(List<ObjectDraft> batch, Function<ObjectDraft, String> value) {
    return batch.stream().map(value).toArray(String[]::new);
  }
}
