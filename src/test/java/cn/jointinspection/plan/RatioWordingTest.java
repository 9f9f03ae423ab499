package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("抽查比例及频次的写法")
class RatioWordingTest {

  @ParameterizedTest(name = "“{0}”读作{1}")
  @DisplayName("各种写法各有一个意思；不是照印发写法写明的，标为推读")
  @CsvSource(delimiter = '|', value = {
      "抽查比例不低于5%；1次/年       | 不低于5%；1次/年   | true",
      "抽查比例30%；1次/年            | 30%；1次/年        | true",
      "抽查比例不低于５％；１次／年   | 不低于5%；1次/年   | true",
      "抽查比例：5%；1次／年          | 5%；1次/年         | true",
      "100%;1次/年                    | 100%；1次/年       | true",
      "抽查比例 30%，1次/年。         | 30%；1次/年        | true",
      "'抽查比例30%\n1次/年'          | 30%；1次/年        | true",
      "抽查比例30% 1次/年             | 30%；1次/年        | true",
      "抽查比例0.5%；1次/年           | 0.5%；1次/年       | true",
      "抽查比例≥5%；1次/年            | 不低于5%；1次/年   | false",
      "抽查比例>=5%；1次/年           | 不低于5%；1次/年   | false",
      "抽查比例＞＝５％；1次/年       | 不低于5%；1次/年   | false",
      "不少于5%，每年1次              | 不低于5%；1次/年   | false",
      "不得低于5%，每年1次            | 不低于5%；1次/年   | false",
      "至少5%、一年一次               | 不低于5%；1次/年   | false",
      "不小于5%;每年一次              | 不低于5%；1次/年   | false",
      "30%以上；1次/年                | 不低于30%；1次/年  | false",
      "抽查比例30%及以上；年1次       | 不低于30%；1次/年  | false",
      "1次/年；不低于5%               | 不低于5%；1次/年   | false",
      "每年抽查两次，抽查比例10%      | 10%；2次/年        | false",
      "抽查比例为百分之三十，一年1次  | 30%；1次/年        | false",
      "百分之十五以上                 | 不低于15%；1次/年  | false",
      "百分之百；1次/年               | 100%；1次/年       | false",
      "100％                          | 100%；1次/年       | false",
      "30%                            | 30%；1次/年        | false",
      "≥30％                          | 不低于30%；1次/年  | false",
      "全覆盖                         | 100%；1次/年       | false",
      "全部；1次/年                   | 100%；1次/年       | false",
      "100%（全覆盖）；每年1次        | 100%；1次/年       | false",
      "按不低于5%的比例抽查，频次1次/年 | 不低于5%；1次/年 | false",
      "抽查频次：每年1次；抽查比例：30% | 30%；1次/年      | false",
      "抽查率30%（1次/每年）          | 30%；1次/年        | false",
      "全面覆盖，一次/年              | 100%；1次/年       | false",
      "不低于 5 %； 1 次 / 年         | 不低于5%；1次/年   | true",
      "30%；4次/年                    | 30%；4次/年        | true"})
  void hasOneMeaning(String text, String words, boolean literal) throws NotAsPrinted {
    Reading<SampleRatio> reading = RatioWording.read(text);

    assertThat(reading.words()).isEqualTo(words);
    assertThat(reading.literal()).as("literal").isEqualTo(literal);
    SampleRatio ratio = reading.value();
    assertThat(ratio.kind() == RatioKind.AT_LEAST).isEqualTo(words.startsWith("不低于"));
    assertThat(ratio.basisPoints() / 100.0).isEqualTo(Double.parseDouble(words.replaceAll("不低于|%.*", "")));
    assertThat(words).endsWith("；" + ratio.timesPerYear() + "次/年");
  }

  @ParameterizedTest(name = "“{0}”")
  @DisplayName("没有唯一意思的不猜，说明应怎样写")
  @CsvSource(delimiter = '|', value = {
      "''                       | 形如“抽查比例不低于5%；1次/年”",
      "0.3                      | 0.3，没有百分号；如果是30%，请写“抽查比例30%；1次/年”",
      "0.05                     | 如果是5%，请写",
      "1                        | 如果是100%，请写",
      "抽查比例30；1次/年       | 现为30，没有百分号；如果是30%，请写",
      "不低于5                  | 现为5，没有百分号",
      "1次/年                   | 形如",
      "30%；1次                 | 频次写明每年几次，形如“1次/年”",
      "30%；不少于1次/年        | 频次写明每年几次",
      "30%；每两年1次           | 频次写明每年几次",
      "30%；每季度1次           | 频次写明每年几次",
      "30%；0次/年              | 每年至少1次",
      "30%；1次/年；2次/年      | 只写一个频次",
      "10%；20%；1次/年         | 只写一个抽查比例",
      "10%-20%；1次/年          | 读不懂“-20%",
      "不低于5%；5%             | 只写一个抽查比例",
      "全覆盖，不低于30%        | 只写一个抽查比例",
      "不超过30%；1次/年        | 读不懂“不超过30%",
      "30%以下；1次/年          | 读不懂“以下",
      "约30%；1次/年            | 读不懂“约30%",
      "大于5%；1次/年           | 读不懂“大于5%",
      "5‰；1次/年               | 读不懂“5‰",
      "三分之一                 | 读不懂",
      "百分之五六               | 读不懂“六”",
      "5 0%；1次/年             | 数字中间不留空格",
      "33.333%；1次/年          | 读不懂",
      "不低于30户；1次/年       | 读不懂",
      "抽查比例120%；1次/年     | 不超过100%",
      "抽查比例0%               | 大于0%",
      "按上级要求               | 读不懂“按上级要求”"})
  void isRefused(String text, String expected) {
    assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> RatioWording.read(text))
        .withMessageContaining(expected);
  }

  @Test
  @DisplayName("很长的文字也很快拒绝，不整篇照抄")
  void refusesLongTexts() {
    for (String text : new String[] {"说明".repeat(16_000), "30%；".repeat(8_000) + "约", " ".repeat(32_000) + "x"}) {
      assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> RatioWording.read(text))
          .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(120));
    }
  }

  @ParameterizedTest
  @DisplayName("看不见的字符不影响读法")
  @ValueSource(strings = {"抽查比例\u200B30%；1次/年", "\uFEFF抽查比例30%；1次/年", "抽查\u202A比例30%；1次\u200F/年"})
  void invisibleCharactersDoNotCount(String text) throws NotAsPrinted {
    assertThat(RatioWording.read(text))
        .isEqualTo(new Reading<>(new SampleRatio(RatioKind.EXACT, 3_000, 1), "30%；1次/年", true));
  }
}
