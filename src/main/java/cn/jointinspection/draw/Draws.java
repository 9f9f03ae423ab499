package cn.jointinspection.draw;

/** The county's draws, as other modules see them. */
public interface Draws {

  DrawResult result(String drawId);

  RecusalOutcome recordRecusal(
      String drawId, String objectNo, String inspector, String reason, String freshNonce, String approver);

  SubstituteOutcome recordSubstitute(String drawId, String objectNo, String reason, String evidenceSha256,
      String approvedBy, String countersignedBy);
}
