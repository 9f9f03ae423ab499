package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** Department checks: record, result, review, publication (谁检查、谁录入、谁公开, 三). */
@Service
public class DepartmentChecks {

  public DepartmentCheck get(long checkId) {
    throw new UnsupportedOperationException();
  }

  public DepartmentCheck get(String objectInspectionId, String department) {
    throw new UnsupportedOperationException();
  }

  public List<DepartmentCheck> ofObject(String objectInspectionId) {
    throw new UnsupportedOperationException();
  }

  public void recordCheck(long checkId, CheckRecord record, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public List<ResultCode> resultCodes() {
    throw new UnsupportedOperationException();
  }

  public void enterResult(long checkId, ResultEntry entry, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void review(long checkId, boolean approve, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void markPublished(long checkId) {
    throw new UnsupportedOperationException();
  }

  public CheckReport report(long checkId) {
    throw new UnsupportedOperationException();
  }

  public List<EarlierResult> earlierResults(String objectNo) {
    throw new UnsupportedOperationException();
  }
}
