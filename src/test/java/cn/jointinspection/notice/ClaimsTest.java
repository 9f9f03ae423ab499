package cn.jointinspection.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.notice.Claims.Claim;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("哪些测试证明通知的哪一条")
class ClaimsTest {

  /** No test of the build: static classes within a class are not found by it. */
  @Clause("一-1")
  @DisplayName("整个类")
  static class WholeClass extends Shared {

    @Test
    @DisplayName("一项")
    void plain() {}

    @ParameterizedTest
    @ValueSource(ints = 1)
    @Clause({"一-1", "一-2"})
    void parameterised(int number) {}

    @Test
    @Disabled
    @Clause("一-3")
    void switchedOff() {}

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Clause("一-4")
    void notEverywhere() {}

    @Clause("一-5")
    void noTest() {}

    @Nested
    class Within {

      @Test
      @Clause("一-6")
      void nested() {}
    }
  }

  abstract static class Shared {

    @Test
    @Clause("一-7")
    void inherited() {}
  }

  @Disabled
  @Clause("一-8")
  static class SwitchedOff {

    @Test
    void plain() {}
  }

  static class Helper {

    @Test
    @Clause("一-9")
    void notOfTheBuild() {}
  }

  private static final Claims CLAIMS = Claims.of(
      List.of(WholeClass.class, WholeClass.Within.class, Shared.class, SwitchedOff.class, Helper.class),
      type -> type != WholeClass.Within.class && type != Helper.class);

  @Test
  @DisplayName("类上的标注归每项测试，方法上的另加；带参数的、内嵌的、继承来的都算")
  void counted() {
    assertThat(CLAIMS.claims()).extracting(claim -> claim.test() + " " + claim.clause()).containsExactlyInAnyOrder(
        "ClaimsTest$WholeClass#plain 一-1", "ClaimsTest$WholeClass#parameterised 一-1",
        "ClaimsTest$WholeClass#parameterised 一-2", "ClaimsTest$WholeClass#inherited 一-1",
        "ClaimsTest$WholeClass#inherited 一-7", "ClaimsTest$WholeClass$Within#nested 一-6");
    assertThat(CLAIMS.claims()).contains(
        new Claim("一-1", WholeClass.class.getName(), "plain", "整个类：一项"));
  }

  @Test
  @DisplayName("停用的、有条件才运行的、不是测试的、构建不运行的，都不算，并指出")
  void notCounted() {
    assertThat(CLAIMS.idle()).extracting(place -> place.replaceFirst(".*\\$", "")).containsExactlyInAnyOrder(
        "WholeClass#switchedOff", "WholeClass#notEverywhere", "WholeClass#noTest", "SwitchedOff",
        "Helper#notOfTheBuild");
  }

  @Test
  @DisplayName("本项目的：集成测试也在内，没有标注在不运行的地方")
  void ofThisProject() {
    Claims claims = Claims.ofThisProject();

    assertThat(claims.idle()).isEmpty();
    assertThat(claims.claims()).extracting(Claim::className)
        .contains("cn.jointinspection.browser.PlanItem8IT", "cn.jointinspection.inspection.RulesTest");
  }
}
