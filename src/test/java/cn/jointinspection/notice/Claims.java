package cn.jointinspection.notice;

import cn.jointinspection.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Which tests say that they show which obligation: those that the build runs, in surefire and failsafe alike. A test that is
 * switched off shows nothing.
 *
 * @param claims of tests that run
 * @param idle places that carry the annotation and never run
 */
record Claims(List<Claim> claims, List<String> idle) {

  private static final String CONDITIONS = "org.junit.jupiter.api.condition.";

  /**
   * @param className binary, as the results name it
   * @param title what the test says, as people read it
   */
  record Claim(String clause, String className, String method, String title) {

    String test() {
      return className.substring(className.lastIndexOf('.') + 1) + "#" + method;
    }
  }

  /** This package's own tests carry the annotation for trial only. */
  static Claims ofThisProject() {
    Path root = Places.root(Clause.class);
    try (Stream<Path> files = Files.walk(root)) {
      return of(files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(".class"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.')).sorted().map(Places::load)
          .filter(type -> !type.getPackage().equals(Claims.class.getPackage())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Claims of(Collection<? extends Class<?>> classes) {
    List<Claim> claims = new ArrayList<>();
    Set<Method> shown = new HashSet<>();
    List<String> idle = new ArrayList<>();
    for (Class<?> type : classes) {
      List<Method> tests = runs(type) ? tests(type) : List.of();
      tests.forEach(test -> claims.addAll(claims(type, test)));
      shown.addAll(tests);
      if (type.isAnnotationPresent(Clause.class) && tests.isEmpty()) {
        idle.add(type.getName());
      }
    }
    classes.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Clause.class) && !shown.contains(method))
        .forEach(method -> idle.add(method.getDeclaringClass().getName() + "#" + method.getName()));
    return new Claims(List.copyOf(claims), List.copyOf(idle));
  }

  private static boolean runs(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers()) || switchedOff(type)) {
      return false;
    }
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName().endsWith("Test") || type.getSimpleName().endsWith("IT")
        : type.isAnnotationPresent(Nested.class) && runs(outer);
  }

  private static List<Method> tests(Class<?> type) {
    return ReflectionSupport.findMethods(type,
        method -> AnnotationSupport.isAnnotated(method, Testable.class) && !switchedOff(method),
        HierarchyTraversalMode.TOP_DOWN);
  }

  private static boolean switchedOff(java.lang.reflect.AnnotatedElement element) {
    return AnnotationSupport.isAnnotated(element, Disabled.class) || Arrays.stream(element.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().startsWith(CONDITIONS));
  }

  private static List<Claim> claims(Class<?> type, Method test) {
    return Stream.of(type.getAnnotation(Clause.class), test.getAnnotation(Clause.class))
        .filter(clause -> clause != null).flatMap(clause -> Arrays.stream(clause.value())).distinct()
        .map(id -> new Claim(id, type.getName(), test.getName(), title(type) + "：" + title(test))).toList();
  }

  private static String title(java.lang.reflect.AnnotatedElement element) {
    DisplayName name = element.getAnnotation(DisplayName.class);
    if (name != null) {
      return name.value();
    }
    return element instanceof Method method ? method.getName() : ((Class<?>) element).getSimpleName();
  }
}
