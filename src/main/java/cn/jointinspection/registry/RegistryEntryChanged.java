package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;

/** Somebody else changed the entry after it was opened for editing; saving would undo his change unseen. */
public final class RegistryEntryChanged extends RuleViolation {

  private static final long serialVersionUID = 1L;

  RegistryEntryChanged(String key) {
    super("“" + key + "”在您编辑期间已被他人修改。请重新打开，核对最新内容后再保存。");
  }
}
