package cn.jointinspection.registry;

/**
 * What is to be looked at in a check of a matter (检查要点).
 *
 * @param id the same in every version of the list; another wording is another point
 * @param position from 1
 * @param basis nullable
 * @param unit of a number; otherwise null
 */
public record CheckPoint(long id, int position, String text, String basis, AnswerKind answer, String unit) {

  /** How it is answered, in words. */
  public String answerWords() {
    return unit == null ? answer.label() : answer.label() + "（" + unit + "）";
  }
}
