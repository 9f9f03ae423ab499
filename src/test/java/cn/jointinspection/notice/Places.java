package cn.jointinspection.notice;

import cn.jointinspection.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a line of {@code docs/notice.md} may name as its place.
 *
 * @param elements {@code joint-inspection#userTask_launchInspection}, and a decision table by its file's name
 * @param classes by their names below the package: {@code CheckRules}, {@code CheckRules.OnlyTheTeamInForce}; those
 *     that move to another package or into another class keep being found
 * @param pages addresses as mapped, without patterns: {@code /draws/{number}}
 */
record Places(Set<String> elements, List<String> classes, Set<String> pages) {

  static Places ofThisProject() {
    try {
      return new Places(modelled(Path.of("processes")), compiled(root(Application.class)), mapped());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String place) {
    if (place.startsWith("/")) {
      return pages.contains(place);
    }
    return elements.contains(place)
        || classes.stream().filter(name -> name.equals(place) || name.endsWith("." + place)).count() == 1;
  }

  private static Set<String> modelled(Path models) throws IOException {
    Set<String> elements = new HashSet<>();
    try (Stream<Path> files = Files.list(models)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".dmn")) {
          elements.add(name);
        } else {
          Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(FlowElement.class)
              .forEach(element -> elements.add(name.replace(".bpmn", "#") + element.getId()));
        }
      }
    }
    return elements;
  }

  static Path root(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> compiled(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".class"))
          .map(name -> name.replace(".class", "").replace('$', '.')).toList();
    }
  }

  private static Set<String> mapped() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    return scanner.findCandidateComponents(Application.class.getPackageName()).stream()
        .flatMap(bean -> addresses(load(bean.getBeanClassName()))).collect(Collectors.toCollection(TreeSet::new));
  }

  static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Places.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> addresses(Class<?> controller) {
    return Arrays.stream(controller.getDeclaredMethods()).flatMap(method -> addresses(controller, method));
  }

  private static Stream<String> addresses(Class<?> controller, Method method) {
    RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    if (own == null) {
      return Stream.empty();
    }
    RequestMapping shared = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
    return paths(shared).flatMap(before -> paths(own).map(after -> before + after))
        .map(path -> path.replaceAll("\\{(\\w+):[^/]*}", "{$1}"));
  }

  private static Stream<String> paths(RequestMapping mapping) {
    return mapping == null || mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
  }
}
