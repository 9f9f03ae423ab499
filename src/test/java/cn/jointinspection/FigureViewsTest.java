package cn.jointinspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.platform.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Views that begin with {@code figure_} may read other rooms' tables, which nothing else in a migration may: only those of
 * rooms below their own, and nobody writes through them.
 */
@DatabaseTest
@DisplayName("全年指标的视图：有说明、只读、只看下面各间的表")
class FigureViewsTest {

  private static final Pattern NAMED = Pattern.compile("`(figure_\\w+\\.\\w+)`");

  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("每一列都有注释")
  void everyColumnHasAComment() {
    assertThat(jdbc.sql("""
            select c.relname || '.' || a.attname from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'v' and c.relname like 'figure\\_%'
              and coalesce(trim(col_description(c.oid, a.attnum)), '') = ''
            union all
            select c.relname from pg_class c where c.relkind = 'v' and c.relname like 'figure\\_%'
              and coalesce(trim(obj_description(c.oid, 'pg_class')), '') = ''""").query(String.class).list()).isEmpty();
  }

  @Test
  @DisplayName("每一列都写在 docs/figures.md 里，那里写的每一列也都有")
  void everyColumnIsExplained() throws IOException {
    var explained = new TreeSet<>(NAMED.matcher(Files.readString(Path.of("docs/figures.md"))).results()
        .map(column -> column.group(1)).toList());

    assertThat(explained).isNotEmpty().containsExactlyInAnyOrderElementsOf(jdbc.sql("""
        select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and table_name like 'figure\\_%'""").query(String.class).list());
  }

  @Test
  @DisplayName("谁也不能从视图写入")
  void nobodyWritesThroughThem() {
    assertThat(jdbc.sql("""
            select table_name from information_schema.views where table_schema = 'public' and table_name like 'figure\\_%'
              and 'YES' in (is_updatable, is_insertable_into, is_trigger_updatable, is_trigger_deletable, is_trigger_insertable_into)""")
        .query(String.class).list()).isEmpty();
  }

  @Test
  @DisplayName("视图只看本间的表；只有 figure_ 视图可以看下面各间的，不看流程引擎的")
  void viewsReadDownwards() {
    Map<String, String> views = TableOwners.byView();

    assertThat(jdbc.sql("select table_name from information_schema.views where table_schema = 'public'")
        .query(String.class).list()).containsExactlyInAnyOrderElementsOf(views.keySet());
    jdbc.sql("""
            select distinct v.relname as view, t.relname as source from pg_class v
              join pg_rewrite r on r.ev_class = v.oid
              join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
              join pg_class t on t.oid = d.refobjid and t.oid <> v.oid
            where v.relkind = 'v' and v.relnamespace = 'public'::regnamespace""")
        .query((RowCallbackHandler) row -> {
          String view = row.getString("view");
          String source = row.getString("source");
          String owner = views.getOrDefault(source, TableOwners.byTable().get(source));
          assertThat(ModularityTest.ORDER).as("%s reads %s", view, source).contains(owner);
          int below = ModularityTest.ORDER.indexOf(views.get(view)) - ModularityTest.ORDER.indexOf(owner);
          assertThat(view.startsWith("figure_") ? below >= 0 : below == 0).as("%s reads %s of %s", view, source, owner).isTrue();
        });
  }
}
