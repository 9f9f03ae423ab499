package cn.jointinspection.platform;

import java.time.ZoneId;

/** The one zone of JVM, engine and database sessions; the engine stores local time, so it must never change. */
public final class Zone {

  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private Zone() {}
}
