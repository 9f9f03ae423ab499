package cn.jointinspection.inspection;

import java.util.List;

/**
 * What is published of an object (检查结果互认, 五).
 *
 * @param total number of published results, those not listed included
 * @param newest at most {@link #MOST}, the newest first
 */
public record EarlierResults(int total, List<EarlierResult> newest) {

  /** As many as a form can bear; the public site lists all. */
  public static final int MOST = 20;

  public EarlierResults {
    newest = List.copyOf(newest);
  }
}
