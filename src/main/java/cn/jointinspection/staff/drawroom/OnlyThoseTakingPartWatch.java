package cn.jointinspection.staff.drawroom;

import cn.jointinspection.platform.RuleViolation;

/** A draw's room is for the departments that take part, the office and the discipline body; it names the firms drawn. */
public final class OnlyThoseTakingPartWatch extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyThoseTakingPartWatch(int number) {
    super("第 " + number + " 次抽取只供参加部门、领导小组办公室和纪检监察的人员观看，未打开。需要了解的，请看公示网站的“公开抽取”。");
  }
}
