package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.RegistryRefused.CapIncomplete;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often firms of a kind may be inspected in a year (年度频次上限). Who may set it is the caller's to check. */
@Service
public class VisitCaps {

  private static final int HIGHEST = 99;
  private static final int LONGEST_REASON = 200;

  private final JdbcClient jdbc;
  private final RegistryActor registryActor;

  VisitCaps(JdbcClient jdbc, RegistryActor registryActor) {
    this.jdbc = jdbc;
    this.registryActor = registryActor;
  }

  /** @param most visits in a calendar year @param reason on what it rests */
  public record Cap(String category, int most, String reason) {}

  /** In the order of their names. */
  public List<Cap> all() {
    return jdbc.sql("select category, most, reason from visit_cap order by category collate \"C\"").query(Cap.class).list();
  }

  /** The kinds of objects that the registry knows, in the order of their names. */
  public List<String> categories() {
    return jdbc.sql("""
            with recursive kind (name) as (
              (select category from inspection_object order by category limit 1)
              union all
              select (select o.category from inspection_object o where o.category > kind.name order by o.category limit 1)
              from kind where kind.name is not null)
            select name from kind where name is not null""").query(String.class).list();
  }

  /**
   * From now on firms of this kind may be visited so often in a year.
   *
   * @throws CapIncomplete naming what is missing
   */
  @Transactional
  public void set(Cap cap, Actor by) {
    String category = cap.category() == null ? "" : CellText.name(cap.category());
    if (!categories().contains(category)) {
      throw new CapIncomplete("请选择检查对象名录中有的类别");
    }
    if (cap.most() < 1 || cap.most() > HIGHEST) {
      throw new CapIncomplete("次数应为 1 至 " + HIGHEST);
    }
    if (cap.reason() == null || cap.reason().isBlank() || cap.reason().length() > LONGEST_REASON) {
      throw new CapIncomplete("请写明依据，不超过 " + LONGEST_REASON + " 字");
    }
    OffsetDateTime now = registryActor.sign(by);
    jdbc.sql("""
            insert into visit_cap (category, most, reason, updated_at, updated_by) values (?, ?, ?, ?, ?)
            on conflict (category) do update set most = excluded.most, reason = excluded.reason,
              updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
        .params(category, cap.most(), cap.reason().strip(), now, by.userId()).update();
  }

  /** From now on there is no cap for this kind. */
  @Transactional
  public void lift(String category, Actor by) {
    registryActor.sign(by);
    jdbc.sql("delete from visit_cap where category = ?").param(category).update();
  }
}
