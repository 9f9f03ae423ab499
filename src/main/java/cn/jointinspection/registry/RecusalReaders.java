package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import java.util.Objects;

/**
 * Who may know why an inspector keeps away (回避事由, 三): he himself, those who keep the list or decide in his department,
 * those who keep the registries, and the discipline body. Everybody else only knows that he does.
 */
public final class RecusalReaders {

  private RecusalReaders() {}

  /**
   * @param department of the inspector, by code
   * @param account the inspector signs in with; null if he has none
   * @param registrars group of those who keep the registries
   */
  public static boolean mustKnow(Actor reader, String department, String account, String registrars) {
    return reader.in(department) || reader.in(Bodies.reviewersOf(department)) || reader.in(Bodies.DISCIPLINE)
        || reader.in(registrars) || Objects.equals(reader.userId(), account);
  }
}
