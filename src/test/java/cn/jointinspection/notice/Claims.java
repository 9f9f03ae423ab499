package cn.jointinspection.notice;

import cn.jointinspection.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Which tests say that they show which obligation: those that the build runs, in surefire and failsafe alike. A test
 * that is switched off shows nothing.
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
          .filter(type -> !type.getPackage().equals(Claims.class.getPackage())).toList(), Claims::isRunByTheBuild);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By default surefire runs what ends in Test, failsafe what ends in IT. */
  private static boolean isRunByTheBuild(Class<?> type) {
    return type.getEnclosingClass() == null
        && (type.getSimpleName().endsWith("Test") || type.getSimpleName().endsWith("IT"));
  }

  /** @param selected what the build runs of itself; nested classes come with those around them */
  static Claims of(Collection<? extends Class<?>> classes, Predicate<Class<?>> selected) {
    List<Claim> claims = new ArrayList<>();
    Set<Method> shown = new HashSet<>();
    List<String> idle = new ArrayList<>();
    for (Class<?> type : classes) {
      List<Method> tests = runs(type, selected) ? tests(type) : List.of();
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

  private static boolean runs(Class<?> type, Predicate<Class<?>> selected) {
    return !Modifier.isAbstract(type.getModifiers()) && !switchedOff(type)
        && (selected.test(type) || type.isAnnotationPresent(Nested.class) && runs(type.getEnclosingClass(), selected));
  }

  private static List<Method> tests(Class<?> type) {
    return ReflectionSupport.findMethods(type,
        method -> AnnotationSupport.isAnnotated(method, Testable.class) && !switchedOff(method),
        HierarchyTraversalMode.TOP_DOWN).stream().sorted(Comparator.comparing(Method::getName)).toList();
  }

  private static boolean switchedOff(AnnotatedElement element) {
    return AnnotationSupport.isAnnotated(element, Disabled.class) || Arrays.stream(element.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().startsWith(CONDITIONS));
  }

  private static List<Claim> claims(Class<?> type, Method test) {
    return Stream.of(type.getAnnotation(Clause.class), test.getAnnotation(Clause.class))
        .filter(clause -> clause != null).flatMap(clause -> Arrays.stream(clause.value())).distinct()
        .map(id -> new Claim(id, type.getName(), test.getName(), title(type) + "：" + title(test))).toList();
  }

  private static String title(AnnotatedElement element) {
    DisplayName name = element.getAnnotation(DisplayName.class);
    if (name != null) {
      return name.value();
    }
    return element instanceof Method method ? method.getName() : ((Class<?>) element).getSimpleName();
  }
}
