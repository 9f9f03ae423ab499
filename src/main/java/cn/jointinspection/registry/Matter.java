package cn.jointinspection.registry;

import java.util.List;

/**
 * A matter of a department's list (抽查事项清单, 一). What the list does not say is null.
 *
 * @param department code
 * @param category 抽查类别
 * @param objects 检查对象
 * @param basis 检查依据
 * @param methods 检查方式
 * @param ratio 抽查比例
 * @param frequency 抽查频次
 * @param points 检查要点 in order
 */
public record Matter(
    long id, String department, String name, String category, String objects, String basis, String methods, String ratio,
    String frequency, List<CheckPoint> points) {

  Matter with(List<CheckPoint> checklist) {
    return new Matter(id, department, name, category, objects, basis, methods, ratio, frequency, checklist);
  }
}
