package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.ObjectStatus;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 检查对象合并: two entries of one object become one. What belongs to the merged entry goes to the kept one; what that has
 * already stays behind. The merged entry is out of force, keeps its history, and its number leads to the kept one.
 */
@Component
class MergeListing implements Listing {

  private static final String MERGED = "并入后不再使用的编号";
  private static final String KEPT = "保留的编号";
  private static final List<Column> COLUMNS = List.of(
      Column.needed(MERGED, "140826:LG-002", "被合并的编号", "重复的编号", "不再使用的编号"),
      Column.needed(KEPT, "140826:LG-001", "合并到的编号", "并入的编号"));

  private final String division;

  MergeListing(@Value("${joint-inspection.division.code}") String division) {
    this.division = division;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.MERGES;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    return row -> {
      String merged = ObjectNumber.of(row, MERGED, checks, division);
      String kept = ObjectNumber.of(row, KEPT, checks, division);
      if (merged != null) {
        checks.unique(merged, row, MERGED);
        if (merged.equals(kept)) {
          checks.problem(row, KEPT, "另一个编号；一户不能并入自己");
        }
      }
      return new Entry(merged, kept);
    };
  }

  @Override
  public List<String> fields() {
    return List.of("名称", "地址", "编号", "状态");
  }

  /** The merged entry as it is, and the one that will stand for it. */
  @Override
  public String compared() {
    return """
        select r.line, r.key, case when m.merged_into is not null or m.object_no = k.object_no then 'SAME'
            else 'REMOVED' end as effect, m.name || '（' || m.object_no || '）并入' || k.name as title,
          array[m.name, m.address, m.object_no, m.status] as before, array[k.name, k.address, k.object_no, k.status] as after
        from registry_change_row r join inspection_object m on m.object_no = r.key
          join inspection_object k on k.object_no = r.cells[1]
        where r.change_id = :id
        """;
  }

  @Override
  public String inWords(int field, String value) {
    return field == 3 && value != null ? ObjectStatus.valueOf(value).label() : value;
  }

  @Override
  public String ruledOut() {
    return ObjectNumber.unknown("r.key", MERGED) + " union all " + ObjectNumber.unknown("r.cells[1]", KEPT) + """
         union all
        select r.line, '并入后不再使用的编号', r.key, '尚未合并的编号；这个编号已并入 ' || o.merged_into
        from registry_change_row r join inspection_object o on o.object_no = r.key
        where r.change_id = :id and o.merged_into is not null
         union all
        select r.line, '保留的编号', r.cells[1], '合并以后仍保留的编号；文件中第 ' || x.line || ' 行把它并入了别的编号'
        from registry_change_row r join registry_change_row x on x.change_id = r.change_id and x.key = r.cells[1]
        where r.change_id = :id
        """;
  }

  /** Where the kept entry has been merged meanwhile, the one that it leads to is kept. */
  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.cells[1]", "r.key", "cells[1] = k.object_no");
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    for (String statement : MergeStatements.inOrder()) {
      jdbc.sql(statement).param("id", change.id()).param("now", now).update();
    }
  }
}
