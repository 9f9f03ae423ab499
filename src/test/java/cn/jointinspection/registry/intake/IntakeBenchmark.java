package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * An import of so many objects, from the file to being in force, beside a plain COPY of the same rows into tables with the
 * same columns, indexes and foreign keys. Not among the tests:
 * {@code ./mvnw -q test -Dtest=IntakeBenchmark -Drows=1000000}.
 */
@DatabaseTest
@Import(IntakeBenchmark.Beans.class)
@TestPropertySource(properties = {
    "joint-inspection.embedded.database=intake_benchmark", "joint-inspection.division.code=140826", "room-guard=false",
    "logging.level.root=warn"})
@DisplayName("导入名录的速度")
class IntakeBenchmark {

  private static final Actor CLERK = new Actor("gajStaff1", "示例经办", Set.of("gaj"));
  private static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核", Set.of("gajReview"));
  private static final int SCOPES = 20;

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired RegistryChanges changes;
  @Autowired JdbcClient jdbc;
  @Autowired JdbcTemplate template;
  @TempDir Path folder;

  @Test
  void anImportBesideCopy() throws Exception {
    int rows = Integer.getInteger("rows", 100_000);
    Path csv = file(rows);
    double copy = copied(rows);

    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    long id;
    try (InputStream in = new FileInputStream(csv.toFile())) {
      id = changes.propose(new Proposal(ChangeKind.OBJECTS, "gaj", "objects.csv", "示例", false), in, List.of("gaj"), CLERK);
    }
    double kept = since(start);
    assertThat(changes.read(id)).isTrue();
    double read = since(start);
    changes.decide(id, true, null, REVIEWER);
    long approved = System.nanoTime();
    assertThat(changes.putInForce(id)).isTrue();
    double inForce = since(approved);
    double whole = read + inForce;
    long heap = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    assertThat(jdbc.sql("select count(*) from inspection_object").query(Integer.class).single()).isEqualTo(rows);

    System.out.printf("%,d objects, %,d MB: file kept %.1f s, read and compared %.1f s, put in force %.1f s; in all %.1f s, "
            + "%.2f of a plain COPY (%.1f s); heap peak %,d MB of at most %,d MB%n", rows, Files.size(csv) >> 20, kept,
        read - kept, inForce, whole, whole / copy, copy, heap, Runtime.getRuntime().maxMemory() >> 20);
  }

  private Path file(int rows) throws IOException {
    Path csv = folder.resolve("objects.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围,联系方式\n");
      for (int n = 1; n <= rows; n++) {
        out.write("示例宾馆%d,,LG-%07d,旅馆,示例镇示例路%d号,%s,存续,示例范围%d,示例电话%d\n".formatted(
            n, n, n % 1000, List.of("低风险", "一般风险", "较高风险", "高风险").get(n % 4), n % SCOPES, n));
      }
    }
    return csv;
  }

  /** @return seconds */
  private double copied(int rows) throws Exception {
    jdbc.sql("""
            create table copied_object (like inspection_object including all);
            create table copied_scope (like object_scope including all,
              foreign key (object_id) references copied_object, foreign key (scope_id) references scope);
            insert into scope (name) select '示例范围' || n from generate_series(0, 19) n""").update();
    List<Integer> scopes = jdbc.sql("select id from scope where name like '示例范围%' order by id").query(Integer.class).list();
    Path objects = folder.resolve("objects.tsv");
    Path ofScopes = folder.resolve("scopes.tsv");
    try (BufferedWriter out = Files.newBufferedWriter(objects); BufferedWriter in = Files.newBufferedWriter(ofScopes)) {
      for (int n = 1; n <= rows; n++) {
        out.write("%d\t140826:LG-%07d\t示例宾馆%d\t\\N\tLG-%07d\t旅馆\t示例镇示例路%d号\t示例电话%d\t%s\tIN_FORCE\t0\t2024-03-20 09:00+08\n"
            .formatted(n, n, n, n, n % 1000, n, "ABCD".charAt(n % 4)));
        in.write(scopes.get(n % SCOPES) + "\t" + n + "\n");
      }
    }
    long start = System.nanoTime();
    copy("copy copied_object (id, object_no, name, credit_code, registration_no, category, address, contact, risk_class,"
        + " status, version, updated_at) from stdin", objects);
    copy("copy copied_scope (scope_id, object_id) from stdin", ofScopes);
    double seconds = since(start);
    jdbc.sql("drop table copied_scope; drop table copied_object").update();
    return seconds;
  }

  private void copy(String sql, Path from) {
    template.execute((ConnectionCallback<Long>) connection -> {
      try (InputStream in = Files.newInputStream(from)) {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
