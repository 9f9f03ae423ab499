package cn.jointinspection.calendar;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** An invented table of 2027 that looks like a notice; the real one is not out. */
public final class YearOf2027 {

  public static final String NOTICE = "示例〔2026〕1号";

  public static final String CSV = """
      日期,类型,名称
      2027-01-01,放假,元旦
      2027/2/5,放假,春节
      2027-02-06,放假,春节
      2027-02-07,放假,春节
      2027年2月8日,放假,春节
      2027-02-09,放假,春节
      2027-02-14,上班,春节
      2027-04-05,放假,清明节
      2027-05-01,放假,劳动节
      2027-05-03,放假,劳动节
      2027-06-09,放假,端午节
      2027-09-15,放假,中秋节
      2027-10-01,放假,国庆节
      2027-10-04,放假,国庆节
      2027-10-05,放假,国庆节
      """;

  private YearOf2027() {}

  public static byte[] utf8() {
    return CSV.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gb18030() {
    return CSV.getBytes(Charset.forName("GB18030"));
  }
}
