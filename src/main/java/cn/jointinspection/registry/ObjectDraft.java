package cn.jointinspection.registry;

import java.util.Set;

/**
 * What a file or a person says about an object, before it is in the registry; fields as in {@link InspectionObject}.
 *
 * @param scopes names of the scopes it belongs to; empty leaves those it has
 */
public record ObjectDraft(
    String objectNo, String name, String creditCode, String registrationNo, String category, String address,
    String contact, RiskClass riskClass, ObjectStatus status, Set<String> scopes) {

  public ObjectDraft {
    scopes = Set.copyOf(scopes);
  }
}
