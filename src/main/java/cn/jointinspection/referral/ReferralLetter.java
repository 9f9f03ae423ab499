package cn.jointinspection.referral;

import cn.jointinspection.inspection.CheckReport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Words of the letter (抄告函) that accompanies a referral. */
final class ReferralLetter {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private ReferralLetter() {}

  static String propose(Referral referral, CheckReport check, LocalDate today) {
    return """
        抄告函（%s）

        %s：

        %s于%s在“%s”中，对%s（%s）进行检查，发现下列情况：

        %s

        按照“谁主管、谁监管”和“谁管辖、谁负责”的原则，现将上述情况抄告你单位。请签收后依法按程序办理，并反馈办理结果；不属你单位管辖的，请说明理由退回。

        %s
        %s"""
        .formatted(referral.id(), referral.to().name(), referral.from().name(),
            check.done().on().format(DATE), check.joint().title(), referral.origin().objectName(), referral.origin().objectNo(),
            referral.violation(), referral.from().name(), today.format(DATE));
  }
}
