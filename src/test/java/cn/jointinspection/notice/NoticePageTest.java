package cn.jointinspection.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.notice.Claims.Claim;
import cn.jointinspection.notice.TestResults.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("通知各条及结果的网页")
class NoticePageTest {

  private static final NoticeText NOTICE = NoticeText.parse("## 一、示例<b>\n部门要甲。部门要乙。部门要丙。部门要丁。部门要戊。这是大事。");
  private static final Specification SPECIFICATION = Specification.parse("""
      | 编号 | 原文 | 谁来做 | 状态 | 落实 |
      |---|---|---|---|---|
      | 一-1 | 部门要甲。 | 部门 | 已实现 | `ListRules`：说明 |
      | 一-2 | 部门要乙。 | 部门 | 已实现 | `/plan` |
      | 一-3 | 部门要丙。 | 部门 | 已实现 | `/plan` |
      | 一-4 | 部门要丁。 | 部门 | 待实现 | `registry`：导入 |
      | 一-5 | 部门要戊。 | 部门 | 不属于本系统 | 由人讲授 |

      | 部分 | 原文 | 理由 |
      |---|---|---|
      | 一 | 这是大事。 | 说明背景 |
      """);

  private static Claim claim(String clause, String method) {
    return new Claim(clause, "cn.example.ListTest", method, "清单：" + method);
  }

  /** Without blanks around elements. */
  private static String page(Map<String, Result> results) {
    Claims claims = new Claims(List.of(claim("一-1", "lists"), claim("一-2", "lists"), claim("一-2", "shows"),
        claim("一-3", "sends")), List.of());
    return NoticePage.of("20241231160000000", SPECIFICATION, NOTICE, claims, new TestResults(results))
        .replaceAll("\\s+", " ").replaceAll(" ?([<>]) ?", "$1");
  }

  @Test
  @DisplayName("上面是数字：各状态几条，几条测试全部通过，测试几项通过、失败、跳过、未运行；一项测试证明几条只数一次")
  void figures() {
    assertThat(page(Map.of("cn.example.ListTest#lists", Result.PASSED, "cn.example.ListTest#shows", Result.FAILED)))
        .contains("<strong>3</strong>条已实现", "1 条测试全部通过，1 条有失败，1 条未全部运行", "<strong>1</strong>条待实现",
            "<strong>1</strong>条不属于本系统", "<strong>3</strong>项测试", "1 项通过，1 项失败，0 项跳过，1 项未运行",
            "2025年1月1日 00:00:00");
    assertThat(page(Map.of("cn.example.ListTest#shows", Result.FAILED)))
        .as("一项失败、一项没有运行的，算失败").contains("0 条测试全部通过，1 条有失败，2 条未全部运行");
  }

  @Test
  @DisplayName("每条列出原文、谁来做、状态、落实、测试和结果；名称中的标记只是文字；不引用外部资源")
  void rows() {
    String page = page(Map.of("cn.example.ListTest#lists", Result.PASSED));

    assertThat(page).contains("一、示例&lt;b&gt;", "<tbody id=\"一-1\">", "部门要甲。", "<code>ListRules</code>：说明",
        "清单：lists<span class=\"test\">ListTest#lists</span>", "<code>registry</code>：导入", "由人讲授", "这是大事。", "说明背景",
        "<span class=\"mark PASSED\">通过</span>", "<span class=\"mark NOT_RUN\">未运行</span>");
    assertThat(page).doesNotContain(" th:", "<th:", "src=", "href=");
  }
}
