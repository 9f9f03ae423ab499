package cn.jointinspection;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.platform.RuleViolation;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("各模块只朝一个方向依赖")
class ModularityTest {

  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cn.jointinspection");

  /** Each may read those before it. */
  static final List<String> ORDER = List.of(
      "platform", "calendar", "registry", "engine", "plan", "draw", "inspection", "deadlines", "referral",
      "publicsite", "supervision", "process", "staff", "rehearsal", "simulation");
  private static final Set<Set<String>> SIDE_BY_SIDE = Set.of(Set.of("draw", "plan"), Set.of("registry", "calendar"));
  private static final List<String> KNOW_THE_ENGINE =
      List.of("engine", "deadlines", "process", "staff", "rehearsal", "simulation");
  private static final int MOST_COMPONENTS = 14;
  private static final Pattern BODY_CODE = Pattern.compile("\"(?:bgs|jjjc)\"");

  @Test
  @DisplayName("模块之间只用声明过的依赖，不互相回指")
  void modulesDependOneWay() {
    ApplicationModules.of(Application.class).verify();
  }

  @Test
  @DisplayName("只有这几间认识流程引擎，换引擎不惊动别处")
  void fewKnowTheEngine() {
    noClasses().that().resideOutsideOfPackages(KNOW_THE_ENGINE.stream().map(ModularityTest::inModule).toArray(String[]::new))
        .should().dependOnClassesThat().resideInAPackage("org.camunda..").check(CODE);
  }

  @Test
  @DisplayName("抽取规则本身只用 java.*，任何人都能单独拿去复核")
  void theDrawStandsAlone() {
    classes().that().resideInAPackage("cn.jointinspection.draw.engine..").and().doNotHaveSimpleName("package-info")
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "cn.jointinspection.draw.engine..")
        .check(CODE);
  }

  @Test
  @DisplayName("除时钟本身外，谁也不自己看机器的时间")
  void timeComesFromTheClock() {
    noClasses().that().resideOutsideOfPackage("cn.jointinspection.rehearsal..")
        .and().doNotHaveFullyQualifiedName("cn.jointinspection.engine.EngineClock")
        .should().accessTargetWhere(describe("it reads the machine's time", ModularityTest::readsTheMachinesTime))
        .check(CODE);
  }

  /** Calls and method references alike; {@code now(clock)} is the way to do it. */
  private static boolean readsTheMachinesTime(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    JavaClass owner = target.getOwner();
    boolean givenClock = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    return switch (target.getName()) {
      case "now" -> owner.getPackageName().startsWith("java.time") && !givenClock;
      case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
      case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
          owner.isEquivalentTo(Clock.class);
      case "getInstance" -> owner.isEquivalentTo(Calendar.class);
      case "<init>" -> owner.isAssignableTo(Date.class) && target.getRawParameterTypes().isEmpty();
      default -> false;
    };
  }

  /** Outside a transaction a stream that nobody closes keeps its connection, and the pool runs dry. */
  @Test
  @DisplayName("查询结果一次读完，连接当即归还")
  void resultsAreReadToTheEnd() {
    noClasses().should().callMethodWhere(target(owner(assignableTo(MappedQuerySpec.class))).and(target(name("stream"))))
        .check(CODE);
  }

  @Test
  @DisplayName("成批写入（COPY）不经守卫，只有名录导入的暂存表用它")
  void onlyOneCopiesIn() {
    noClasses().that().resideOutsideOfPackage("cn.jointinspection.registry.intake..")
        .should().callMethodWhere(target(owner(assignableTo(CopyManager.class))).and(target(name("copyIn")))).check(CODE);
  }

  @Test
  @DisplayName("先后有序：后面的模块读前面的，前面的不知道后面的")
  void earlierModulesDoNotKnowLaterOnes() {
    for (int earlier = 0; earlier < ORDER.size() - 1; earlier++) {
      String[] later = ORDER.subList(earlier + 1, ORDER.size()).stream().map(ModularityTest::inModule)
          .toArray(String[]::new);
      noClasses().that().resideInAPackage(inModule(ORDER.get(earlier)))
          .should().dependOnClassesThat().resideInAnyPackage(later).check(CODE);
    }
    noClasses().that().resideInAPackage(inModule("draw"))
        .should().dependOnClassesThat().resideInAnyPackage(inModule("plan"), inModule("calendar")).check(CODE);
    noClasses().that().resideInAPackage(inModule("registry"))
        .should().dependOnClassesThat().resideInAPackage(inModule("calendar")).check(CODE);
  }

  private static String inModule(String name) {
    return "cn.jointinspection." + name + "..";
  }

  @Test
  @DisplayName("每一间都写明自己是什么、可以用谁")
  void everyRoomSaysWhatItIs() throws IOException {
    for (String room : ORDER) {
      assertThat(Path.of("src/main/java/cn/jointinspection", room, "package-info.java")).content()
          .startsWith("/** ").contains("@ApplicationModule(").contains("allowedDependencies = {");
    }
    try (var folders = Files.list(Path.of("src/main/java/cn/jointinspection"))) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ORDER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  @DisplayName("说明里画的各间，从上到下就是依赖的次序")
  void theMapShowsTheOrder(String readme) throws IOException {
    String map = Files.readString(Path.of(readme)).split("src/main/java/cn/jointinspection/\\n", 2)[1].split("\\n\\n", 2)[0];
    List<String> drawn = map.lines().flatMap(line -> Arrays.stream(line.strip().split("\\s{2,}", 2)[0].split(", | .*")))
        .toList();
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(ORDER);
    for (int room = 1; room < drawn.size(); room++) {
      String upper = drawn.get(room - 1);
      String lower = drawn.get(room);
      assertThat(ORDER.indexOf(lower) < ORDER.indexOf(upper) || SIDE_BY_SIDE.contains(Set.of(lower, upper)))
          .as("%s above %s", upper, lower).isTrue();
    }
  }

  @Test
  @DisplayName("每个流程模型的代码放在 process 下同名的包里，别无其他")
  void onePackageForEachModel() throws IOException {
    List<String> models = files(Path.of("processes"), ".bpmn").stream()
        .map(model -> model.getFileName().toString().replace(".bpmn", "").replace("-", "")).toList();
    try (var folders = Files.list(Path.of("src/main/java/cn/jointinspection/process"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()).filter(name -> !name.equals("package-info.java")))
          .containsExactlyInAnyOrderElementsOf(models);
    }
  }

  /** That a room writes no other's, {@link RoomGuard} holds in every test with a database. */
  @Test
  @DisplayName("每张表都归一个模块")
  void everyTableHasItsRoom() {
    assertThat(TableOwners.byTable()).hasSizeGreaterThan(ORDER.size());
    assertThat(ORDER).containsAll(TableOwners.byTable().values());
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  @DisplayName("一条记录的字段多了就分组取名，谁也不用去数第几个是什么")
  void recordsCanBeRead() {
    List<String> wide = CODE.stream().map(JavaClass::reflect).filter(Class::isRecord)
        .filter(type -> type.getRecordComponents().length > MOST_COMPONENTS)
        .map(type -> type.getName() + " " + type.getRecordComponents().length).sorted().toList();
    assertThat(wide).isEmpty();
  }

  @Test
  @DisplayName("摘要只在一处计算；抽取规则本身另有一份，因为它只用 java.*")
  void hashesAreMadeInOnePlace() {
    noClasses().that().resideOutsideOfPackage("cn.jointinspection.draw.engine..")
        .and().doNotHaveFullyQualifiedName("cn.jointinspection.platform.Sha256")
        .should().callMethod(MessageDigest.class, "getInstance", String.class).check(CODE);
  }

  @Test
  @DisplayName("办公室和纪检监察的代码只写在一处")
  void bodiesAreNamedInOnePlace() throws IOException {
    for (Path source : files(Path.of("src/main/java"), ".java")) {
      assertThat(BODY_CODE.matcher(Files.readString(source)).find()).as(source.toString())
          .isEqualTo(source.endsWith("cn/jointinspection/registry/Bodies.java"));
    }
  }

  @Test
  @DisplayName("拒绝写在它所守的业务里：每项业务一张表，不另立文件")
  void refusalsStandWithTheirCapability() {
    classes().that().areAssignableTo(RuleViolation.class).and().doNotHaveModifier(JavaModifier.ABSTRACT)
        .should().beNestedClasses().andShould().haveModifier(JavaModifier.FINAL).check(CODE);
  }

  @Test
  @DisplayName("委托只在流程模块内可见，名字以 Delegate 结尾，不碰数据库")
  void delegatesAreThin() {
    classes().that().implement(JavaDelegate.class)
        .should().bePackagePrivate().andShould().haveSimpleNameEndingWith("Delegate")
        .andShould().onlyDependOnClassesThat().resideOutsideOfPackages("org.springframework.jdbc..", "java.sql..")
        .check(CODE);
  }
}
