package cn.jointinspection.process.planadjustment;

import static cn.jointinspection.process.County.INSPECTION;

import cn.jointinspection.process.jointinspection.Journey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Applies for changes of plan item 8 and files them, as people do from Tasklist. */
abstract class Adjusting extends Journey {

  static final Map<String, Object> JUNE_TO_OCTOBER = Map.of("kind", "WINDOW", "from", 6, "to", 10);
  static final Map<String, Object> CANCEL = Map.of("kind", "CANCEL");
  static final String REVIEW = PlanAdjustmentProcess.USER_TASK_REVIEW_ADJUSTMENT;
  static final String ANSWER = PlanAdjustmentProcess.USER_TASK_ANSWER_REFUSAL;

  @Autowired private FormService forms;
  @Autowired private RepositoryService repository;
  @Autowired private ObjectMapper json;

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(4, 3, 2, 2);
    county.inspectors(6);
  }

  /** The signed-in person sends the start form. */
  void apply(Map<String, Object> change) {
    submit(Map.of("jointInspectionId", INSPECTION, "change", change, "reason", "示例特殊情况"));
  }

  void submit(Map<String, Object> application) {
    var before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    String definition = repository.createProcessDefinitionQuery().processDefinitionKey(PlanAdjustmentProcess.KEY)
        .latestVersion().singleResult().getId();
    identity.setAuthentication(before);
    try {
      forms.submitStartForm(definition, Map.of("adjustment", json.writeValueAsString(application)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** 公安局, which leads item 8, applies. */
  void applied(Map<String, Object> change) {
    as("gajStaff1", "gaj");
    apply(change);
    identity.clearAuthentication();
  }

  void file() {
    completeAs("bgsStaff1", "bgs", task(REVIEW), Map.of("file", true));
  }

  void refuse(String note) {
    completeAs("bgsStaff1", "bgs", task(REVIEW), Map.of("file", false, "note", note));
  }

  void filed(Map<String, Object> change) {
    applied(change);
    file();
  }

  static Map<String, Object> weights(int a, int b, int c, int d) {
    return Map.of("kind", "WEIGHTS", "byClass", Map.of("A", a, "B", b, "C", c, "D", d));
  }

  static Map<String, Object> cooperating(String... departments) {
    return Map.of("kind", "COOPERATING", "departments", List.of(departments));
  }

  static Map<String, Object> ratio(String kind, int basisPoints) {
    return Map.of("kind", "RATIO", "ratioKind", kind, "basisPoints", basisPoints);
  }

  List<String> journal() {
    return all("select action from journal where joint_inspection_id = '" + INSPECTION + "' order by id");
  }
}
