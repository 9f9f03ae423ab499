package cn.jointinspection.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What people answer to the forms of one area. */
interface Answers {

  /** Whether these answers are for this user task. */
  boolean know(String task);

  /** The form's answers, as the form would send them. */
  Map<String, Object> to(Errand errand, JsonNode view, Chance chance);
}
