package cn.jointinspection.staff.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is asked of a list stands in its address, so that it can be turned, kept and passed on. */
final class FilterAddress {

  private final Map<String, String> parameters = new LinkedHashMap<>();

  /** @param value left out where it is null or empty */
  FilterAddress with(String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      parameters.put(name, value.toString());
    }
    return this;
  }

  boolean isEmpty() {
    return parameters.isEmpty();
  }

  String at(String path) {
    return parameters.isEmpty() ? path : path + parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }
}
