package cn.jointinspection.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.notice.Claims.Claim;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("通知与规格的核对：每一处不符都说得出来")
class NoticeCheckTest {

  private static final NoticeText NOTICE = NoticeText.parse("""
      ## 一、示例

      部门要列出清单, 并向

      社会公示。这是大事。

      ### 二、再示例
      办公室要通报；部门要培训。
      """);
  private static final String GOOD = """
      | 编号 | 原文 | 谁来做 | 状态 | 落实 |
      |---|---|---|---|---|
      | 一-1 | 部门要列出清单, | 部门 | 已实现 | `plan#userTask_list`、`ListRules`：说明 |
      | 一-2 | 并向社会公示。 | 部门 | 已实现 | `/plan`、`policy.dmn` |
      | 二-1 | 办公室要通报； | 办公室 | 待实现 | `supervision`：通报 |
      | 二-2 | 部门要培训。 | 部门 | 不属于本系统 | 由人讲授 |

      | 部分 | 原文 | 理由 |
      |---|---|---|
      | 一 | 这是大事。 | 说明背景 |
      """;
  private static final Places PLACES =
      new Places(Set.of("plan#userTask_list", "policy.dmn"),
          List.of("ListRules", "Refused.TooLate", "Old.Row", "New.Row"), Set.of("/plan"));
  private static final Claims CLAIMS = new Claims(List.of(claim("一-1"), claim("一-2")), List.of());

  private static Claim claim(String clause) {
    return new Claim(clause, "cn.example.ListTest", "lists", "清单：列出");
  }

  private static List<String> complaints(String markdown, Claims claims, int notYet) {
    return NoticeCheck.complaints(Specification.parse(markdown), NOTICE, claims, PLACES, notYet);
  }

  private static Claims and(String clause) {
    return new Claims(Stream.concat(CLAIMS.claims().stream(), Stream.of(claim(clause))).toList(), List.of());
  }

  @Test
  @DisplayName("处处相符的，没有话说")
  void allIsWell() {
    assertThat(complaints(GOOD, CLAIMS, 1)).isEmpty();
  }

  @ParameterizedTest(name = "“{0}”写成“{1}”")
  @CsvSource(delimiter = '|', textBlock = """
      一-2                    | 一-1                   | 一-1：编号应逐条连续、不重复，此处应为 一-2
      一-2                    | 一-3                   | 一-3：编号应逐条连续、不重复，此处应为 一-2
      二-1                    | 二-2                   | 二-2：编号应逐条连续、不重复，此处应为 二-1
      并向社会公示            | 并向公众公示           | 一-2：“并向公众公示。”不是通知这一部分的原文
      部门要列出清单,         | 办公室要通报；         | 一-1：“办公室要通报；”不是通知这一部分的原文
      并向社会公示。          | 并向社会               | 第一部分“公示。”既没有编号，也没有列为不要求任何人做事的句子
      部门要培训。            | 要                     | 二-2：“要”在这一部分不止一处，请多引几个字
      这是大事。              | 大事。                 | 第一部分“这是”既没有编号，也没有列为不要求任何人做事的句子
      这是大事。              | 这是小事。             | 不要求任何人做事的句子（一）：“这是小事。”不是通知这一部分的原文
      说明背景                | ''                     | “这是大事。”没有写明为什么不要求任何人做事
      `supervision`：通报     | ''                     | 二-1：待实现的须写明由哪项能力实现
      `supervision`：通报     | 以后再说               | 二-1：待实现的须写明由哪项能力实现
      `supervision`：通报     | `supervision`：        | 二-1：待实现的须写明由哪项能力实现
      由人讲授                | ''                     | 二-2：不属于本系统的须写明理由
      `/plan`、`policy.dmn`   | 公开网站               | 一-2：已实现的须写明在哪里
      plan#userTask_list      | plan#userTask_gone     | 一-1：没有“plan#userTask_gone”这个流程环节、类（或不止一个）或网址
      ListRules               | GoneRules              | 一-1：没有“GoneRules”这个流程环节、类（或不止一个）或网址
      ListRules               | Rules                  | 一-1：没有“Rules”这个流程环节、类（或不止一个）或网址
      ListRules               | Row                    | 一-1：没有“Row”这个流程环节、类（或不止一个）或网址
      `/plan`                 | `/gone`                | 一-2：没有“/gone”这个流程环节、类（或不止一个）或网址
      policy.dmn              | gone.dmn               | 一-2：没有“gone.dmn”这个流程环节、类（或不止一个）或网址
      """)
  @DisplayName("编号、原文、能力、理由、落实之处有一处不对，就指出是哪一条、怎么不对")
  void oneThingIsWrong(String right, String wrong, String complaint) {
    assertThat(GOOD).contains(right);

    assertThat(complaints(GOOD.replace(right, wrong), CLAIMS, 1))
        .anySatisfy(said -> assertThat(said).startsWith(complaint));
  }

  @Test
  @DisplayName("漏掉的句子逐字指出")
  void aSentenceIsForgotten() {
    assertThat(complaints(GOOD.replace("| 一 | 这是大事。 | 说明背景 |\n", ""), CLAIMS, 1))
        .containsExactly("第一部分“这是大事。”既没有编号，也没有列为不要求任何人做事的句子");
  }

  @Test
  @DisplayName("次序与通知不同的指出")
  void outOfOrder() {
    assertThat(complaints(GOOD.replace("部门要列出清单, |", "并向社会公示。|").replace("一-2 | 并向社会公示。", "一-2 | 部门要列出清单,"),
        CLAIMS, 1)).containsExactly("一-2：次序与通知不同，应按原文先后编号");
  }

  @Test
  @DisplayName("类搬了包、挪进别的类里，仍按名字找得到")
  void classesMayMove() {
    assertThat(complaints(GOOD.replace("ListRules", "TooLate"), CLAIMS, 1)).isEmpty();
    assertThat(complaints(GOOD.replace("ListRules", "Refused.TooLate"), CLAIMS, 1)).isEmpty();
  }

  @Test
  @DisplayName("已实现而没有测试的指出")
  void metWithoutATest() {
    assertThat(complaints(GOOD, new Claims(List.of(claim("一-1")), List.of()), 1))
        .containsExactly("一-2：列为已实现，却没有一个会运行的测试标注 @Clause(\"一-2\")");
  }

  @Test
  @DisplayName("测试标注了没有的编号、待实现的、不属于本系统的，都指出是哪个测试")
  void testsThatClaimTooMuch() {
    assertThat(complaints(GOOD, and("三-1"), 1)).containsExactly("ListTest#lists：docs/notice.md 里没有编号“三-1”");
    assertThat(complaints(GOOD, and("二-1"), 1)).containsExactly("二-1：已有测试 ListTest#lists，应改为已实现");
    assertThat(complaints(GOOD, and("二-2"), 1)).containsExactly("二-2：列为不属于本系统，却有测试 ListTest#lists");
  }

  @Test
  @DisplayName("标注在不会运行的地方的指出")
  void claimsThatNeverRun() {
    assertThat(complaints(GOOD, new Claims(CLAIMS.claims(), List.of("cn.example.Lists#help")), 1))
        .containsExactly("cn.example.Lists#help：标注了 @Clause，但它不是会运行的测试");
  }

  @Test
  @DisplayName("待实现的条数多了不行，少了要把数改小")
  void theNumberMayOnlyFall() {
    assertThat(complaints(GOOD, CLAIMS, 0)).containsExactly("待实现的有 1 条，多于 0 条：只许减少");
    assertThat(complaints(GOOD, CLAIMS, 2)).containsExactly("待实现的已减到 1 条：请把 NoticeTest.NOT_YET 由 2 改为 1");
  }
}
