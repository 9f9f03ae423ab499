package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Files kept with a check (执法检查资料存档, 三). */
@Service
public class EvidenceStore {

  public Evidence add(long checkId, String fileName, byte[] content, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public List<Evidence> ofCheck(long checkId) {
    throw new UnsupportedOperationException();
  }

  public Evidence get(UUID id) {
    throw new UnsupportedOperationException();
  }

  public byte[] content(UUID id) {
    throw new UnsupportedOperationException();
  }
}
