package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("序号、名称、风险要求、抽查模式的写法")
class WordingTest {

  @ParameterizedTest(name = "“{0}”读作{1}")
  @DisplayName("序号带点、带顿号、带括号或“第……项”，读成同一个数")
  @CsvSource({"1, 1, true", "１, 1, true", "1., 1, false", "1、, 1, false", "12．, 12, false", "（3）, 3, false",
      "3）, 3, false", "③, 3, true", "第8项, 8, false", "008, 8, false"})
  void readsNumbers(String text, int number, boolean literal) throws NotAsPrinted {
    assertThat(Wording.rowNo(text)).isEqualTo(new Reading<>(number, String.valueOf(number), literal));
  }

  @ParameterizedTest(name = "“{0}”")
  @DisplayName("不是一个序号的不猜")
  @ValueSource(strings = {"", "0", "1000", "1.5", "1-2", "1 2", "第一", "1、2"})
  void refusesNumbers(String text) {
    assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> Wording.rowNo(text)).withMessage("1至999的整数");
  }

  @ParameterizedTest
  @DisplayName("名称里的换行和看不见的字符去掉，多余的空格合并，其余照原文")
  @CsvSource({
      "'2024年度对\r\n出版物零售单位的双随机抽查', 2024年度对出版物零售单位的双随机抽查, false",
      "'2024年度对\r出版物', 2024年度对出版物, false", "'对 A\n B 类企业', 对 A B 类企业, false",
      "2024年度对\u200B包装装潢、其他印刷品, 2024年度对包装装潢、其他印刷品, false",
      "'对电影院  的抽查', 对电影院 的抽查, false", "' 对电影院的抽查\u3000', 对电影院的抽查, true",
      "对（电影院）的抽查，１次, 对（电影院）的抽查，１次, true"})
  void keepsNames(String text, String kept, boolean literal) throws NotAsPrinted {
    assertThat(Wording.kept(text, "名称")).isEqualTo(new Reading<>(kept, kept, literal));
  }

  @ParameterizedTest
  @DisplayName("风险要求少标点、多标点都读得懂；无、— 等于没有要求")
  @CsvSource(delimiter = '|', value = {
      "根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递增抽查比例、频次。 | RISING | true",
      "根据企业信用风险分类结果对低风险、高风险企业分别较加抽查比例频次 | RISING | false",
      "“根据企业信用风险分类结果”，对低风险，一般风险，较高风险，高风险企业，分别递加抽查比例和频次； | RISING | false",
      "1、对辖区内C、D类卷烟零售经营主体进行检查;2、对辖区内无证经营卷烟零售经营主体进行取缔。 | C_AND_D_ONLY | true",
      "对辖区内C类、D类卷烟零售经营主体进行检查 | C_AND_D_ONLY | true",
      "'' | NONE | true", "无 | NONE | true", "— | NONE | false", "/ | NONE | false", "空 | NONE | false"})
  void readsRiskRules(String text, RiskRule rule, boolean literal) throws NotAsPrinted {
    assertThat(Wording.riskRule(text).value()).isEqualTo(rule);
    assertThat(Wording.riskRule(text).literal()).isEqualTo(literal);
  }

  @ParameterizedTest
  @DisplayName("意思相反或不全的风险要求不猜")
  @ValueSource(strings = {"根据企业信用风险分类结果，对低风险、高风险企业分别递减抽查比例、频次。", "对高风险企业递增抽查比例",
      "根据企业信用风险分类结果，对低风险、一般风险、高风险企业分别递增抽查比例、频次。", "有"})
  void refusesRiskRules(String text) {
    assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> Wording.riskRule(text));
  }

  @ParameterizedTest
  @DisplayName("抽查模式中间的空格、换行、顿号不影响读法")
  @CsvSource({"县抽县查, 县抽县查, true", "'县抽\n县查', 县抽县查, true", "县抽、县查, 县抽县查, false",
      "县抽查县抽查, 县抽县查, false", "市抽-县查, 市抽县查, false", "省抽 市查, 省抽市查, true"})
  void readsModes(String text, String words, boolean literal) throws NotAsPrinted {
    assertThat(Wording.mode(text).words()).isEqualTo(words);
    assertThat(Wording.mode(text).literal()).isEqualTo(literal);
  }

  @Test
  @DisplayName("没有的抽查模式不猜")
  void refusesModes() {
    assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> Wording.mode("县抽市查"));
  }
}
