package cn.jointinspection.registry;

/**
 * A firm, school, project, product or behaviour that can be inspected (检查对象).
 *
 * @param id the row, never shown or published
 * @param objectNo the published id: credit code, or {@code <division>:<registration number>}
 * @param creditCode 统一社会信用代码, null where there is none; its check character may be wrong
 * @param registrationNo 注册号 or 登记号, null where there is none
 * @param category kind of object, for example 企业
 * @param address empty where unknown
 * @param contact null where unknown
 * @param riskClass null while unrated; a draw counts it as B
 * @param version to hand back when saving
 */
public record InspectionObject(
    long id, String objectNo, String name, String creditCode, String registrationNo, String category, String address,
    String contact, RiskClass riskClass, ObjectStatus status, int version) {}
