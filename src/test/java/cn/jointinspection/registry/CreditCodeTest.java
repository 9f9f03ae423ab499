package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.registry.CreditCode.Check;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("统一社会信用代码与风险等级")
class CreditCodeTest {

  /** Sums worked out by hand: a single 1 in place i gives 31 - 3^(i-1) mod 31; the last is the example of GB 32100. */
  @ParameterizedTest
  @CsvSource({
    "000000000000000000", "10000000000000000Y", "01000000000000000W", "000000000000000013", "Y00000000000000001",
    "91350100M000100Y43"
  })
  @DisplayName("校验位按加权和求得，相符的有效")
  void acceptsRightCheckCharacter(String code) {
    assertThat(CreditCode.check(code)).isEqualTo(Check.VALID);
  }

  @Test
  @DisplayName("只有校验位不符的是提示，不是拒绝")
  void warnsOfWrongCheckCharacter() {
    assertThat(CreditCode.check("100000000000000000")).isEqualTo(Check.WRONG_CHECK_CHARACTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "1000000000000000Y", "10000000000000000YY", "10000000000000000y", "I0000000000000000Y", "O0000000000000000Y",
    "S0000000000000000Y", "V0000000000000000Y", "Z0000000000000000Y", "1０000000000000000Y", "1000000000000 000Y"
  })
  @DisplayName("长度不对、有小写、全角、空格或字母 I、O、S、V、Z 的不合格式")
  void findsMalformed(String code) {
    assertThat(CreditCode.check(code)).isEqualTo(Check.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "1408261234567, true", "140826123456789, true", "140826, false", "14082612345678, false", "14082612345678X, false"
  })
  @DisplayName("旧注册号是 13 位或 15 位数字")
  void knowsOldNumbers(String number, boolean old) {
    assertThat(CreditCode.isOldRegistrationNumber(number)).isEqualTo(old);
  }

  @Test
  @DisplayName("风险等级依次升高：低、一般、较高、高")
  void ordersRiskClasses() {
    assertThat(Arrays.stream(RiskClass.values()).map(RiskClass::label)).containsExactly("低风险", "一般风险", "较高风险", "高风险");
    assertThat(RiskClass.C).isGreaterThan(RiskClass.B);
  }

  @ParameterizedTest
  @CsvSource({"C, C", "c类, C", "Ｂ级, B", "较高风险, C", "高风险, D", "较高, C", "低, A", "一般风险（B级）, B", "D（高）, D"})
  @DisplayName("风险等级的几种写法都认")
  void readsRiskClasses(String text, RiskClass expected) {
    assertThat(RiskClass.of(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E", "中", "AB", "A高风险", "风险"})
  @DisplayName("认不出的风险等级不猜")
  void doesNotGuessRiskClasses(String text) {
    assertThat(RiskClass.of(text)).isEmpty();
  }
}
