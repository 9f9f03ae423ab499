package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.RecusalOrigin;
import cn.jointinspection.registry.intake.RegistryEdits.Edit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an inspector who keeps no list may propose: that he himself keep away from an object (本人申请, 三). */
public final class OwnRecusal {

  static final String INSPECTOR = "执法证号";
  static final String REASON = "回避事由";
  static final String ORIGIN = "回避方式";
  static final String FROM = "起始日期";
  static final String UNTIL = "截止日期";
  static final String NOTE = "说明";

  private static final List<String> HIS_TO_SAY = List.of(ObjectNumber.HEAD, REASON, FROM, UNTIL, NOTE);
  private static final String WHY = "本人申报回避";

  private OwnRecusal() {}

  /** @param typed by head of the column; whom it is about and how it arose is not his to say */
  public static Edit of(Inspector inspector, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>();
    HIS_TO_SAY.forEach(head -> fields.put(head, typed.get(head)));
    fields.put(INSPECTOR, inspector.certificateNo());
    fields.put(ORIGIN, RecusalOrigin.DECLARED.label());
    return new Edit(ChangeKind.RECUSALS, inspector.department(), WHY, null, "", fields);
  }
}
