package cn.jointinspection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("各模块只朝一个方向依赖")
class ModularityTest {

  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.jointinspection");

  @Test
  @DisplayName("模块之间只用声明过的依赖，不互相回指")
  void modulesDependOneWay() {
    ApplicationModules.of(Application.class).verify();
  }

  @Test
  @DisplayName("只有流程模块认识流程引擎，换引擎只动一处")
  void onlyProcessKnowsTheEngine() {
    noClasses().that().resideOutsideOfPackage("cn.jointinspection.process..")
        .should().dependOnClassesThat().resideInAPackage("org.camunda..").check(CODE);
  }

  @Test
  @DisplayName("抽取规则本身只用 java.*，任何人都能单独拿去复核")
  void theDrawStandsAlone() {
    classes().that().resideInAPackage("cn.jointinspection.draw.engine..").and().doNotHaveSimpleName("package-info")
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "cn.jointinspection.draw.engine..").check(CODE);
  }

  @Test
  @DisplayName("除时钟本身外，谁也不自己看机器的时间")
  void timeComesFromTheClock() {
    var rule = noClasses().that().resideOutsideOfPackages("cn.jointinspection.process.rehearsal..")
        .should().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(java.time.Clock.class, "systemDefaultZone")
        .orShould().callMethod(java.time.Clock.class, "systemUTC")
        .orShould().callConstructor(java.util.Date.class);
    for (Class<?> type : new Class<?>[] {
        Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class}) {
      rule = rule.orShould().callMethod(type, "now");
    }
    rule.check(CODE);
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
