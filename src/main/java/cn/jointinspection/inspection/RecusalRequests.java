package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** Inspectors who leave one object's team before its check (回避制度, 三). */
@Service
public class RecusalRequests {

  public long request(long checkId, String inspector, RecusalReason reason, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public RecusalRequest get(long requestId) {
    throw new UnsupportedOperationException();
  }

  public List<RecusalRequest> open(long checkId) {
    throw new UnsupportedOperationException();
  }

  public boolean decide(long requestId, boolean approve, String note, String freshNonce, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void designate(long checkId, String inspector, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }
}
