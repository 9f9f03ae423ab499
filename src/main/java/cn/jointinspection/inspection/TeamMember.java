package cn.jointinspection.inspection;

/**
 * An inspector now in a team.
 *
 * @param inspector certificate number
 * @param account by which he signs in; null until he has one
 * @param leads whether he leads the team (组长)
 * @param source DRAWN, REDRAWN after a recusal, or DESIGNATED by the department
 * @param present whether he was named as present at the check
 * @param inForce false once he has left, moved or inspects no more: what he checked stays his, new work goes to others
 */
public record TeamMember(
    String inspector, String account, String name, boolean leads, String source, boolean present, boolean inForce) {}
