package cn.jointinspection.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("规格文件的表格：写错一格就指出第几行")
class SpecificationTest {

  private static final String HEAD = "# 通知\n\n" + Specification.OBLIGATIONS + "\n|---|---|---|---|---|\n";

  @Test
  @DisplayName("两种表格照读，其余文字不管")
  void readsBothTables() {
    Specification read = Specification.parse(HEAD + "| 一-1 | 部门要做, | 部门 | 已实现 | `ListRules` |\n\n说明\n\n"
        + Specification.SILENT + "\n|---|---|---|\n| 六 | 这是大事。 | 背景 |\n");

    assertThat(read.obligations())
        .containsExactly(new Obligation("一-1", "部门要做,", "部门", Obligation.Status.MET, "`ListRules`"));
    assertThat(read.silent()).containsExactly(new Specification.Silent("六", "这是大事。", "背景"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '!', textBlock = """
      | 一-1 | 部门要做 | 部门 | 已实现 |                  ! 应有 5 格
      | 一-1 | 部门要做 | 部门 | 已实现 | `A` | 多 |       ! 应有 5 格
      | 一-1 | 部门要做 | 部门 | 已实现 | `A`              ! 应有 5 格
      | 一-1 | 部门要做 | 部门 | 已实现 | `A` | 多         ! 应有 5 格
      | 一-1 | 部门要做 | 部门 | 做完了 | `A` |            ! 状态“做完了”应为 已实现、待实现 或 不属于本系统
      | 一-1 | 部门要做 |  | 已实现 | `A` |                ! 没有写明谁来做
      | 1-1 | 部门要做 | 部门 | 已实现 | `A` |             ! 编号“1-1”应写成“二-3”的样子
      | 七-1 | 部门要做 | 部门 | 已实现 | `A` |            ! 编号“七-1”应写成“二-3”的样子
      | 一-01 | 部门要做 | 部门 | 已实现 | `A` |           ! 编号“一-01”应写成“二-3”的样子
      """)
  @DisplayName("格数、编号、状态、谁来做写错的，整份不读")
  void refusesBrokenRows(String row, String problem) {
    assertThatThrownBy(() -> Specification.parse(HEAD + row)).isInstanceOf(Specification.Malformed.class)
        .hasMessage("docs/notice.md 第 5 行：" + problem);
  }

  @Test
  @DisplayName("不认识的表头、表格之外的竖线、没有的部分不放过")
  void refusesOtherTables() {
    assertThatThrownBy(() -> Specification.parse("| 编号 | 原文 |\n")).hasMessageStartingWith("docs/notice.md 第 1 行：表头应为");
    assertThatThrownBy(() -> Specification.parse(HEAD + "\n| 一-1 | 部门要做, | 部门 | 已实现 | `A` |\n"))
        .hasMessageStartingWith("docs/notice.md 第 6 行：表头应为");
    assertThatThrownBy(() -> Specification.parse(Specification.SILENT + "\n|---|---|---|\n| 七 | 这是大事。 | 背景 |\n"))
        .hasMessage("docs/notice.md 第 3 行：部分“七”应为 一 至 六");
  }
}
