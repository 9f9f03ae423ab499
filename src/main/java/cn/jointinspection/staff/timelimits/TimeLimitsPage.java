package cn.jointinspection.staff.timelimits;

import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import org.springframework.stereotype.Component;

/** 时限表: every step's limit, readable by all staff. */
@Component
class TimeLimitsPage implements StaffPage {

  static final String HREF = StaffAddresses.TIME_LIMITS;

  static String draft(long id) {
    return HREF + "/drafts/" + id;
  }

  @Override
  public String href() {
    return HREF;
  }

  @Override
  public String label() {
    return "时限表";
  }

  @Override
  public String description() {
    return "每个环节的期限、提醒谁、逾期转谁督办，以及历次修改和重算";
  }

  @Override
  public StaffSection section() {
    return StaffSection.SETTINGS;
  }

  @Override
  public int position() {
    return 40;
  }
}
