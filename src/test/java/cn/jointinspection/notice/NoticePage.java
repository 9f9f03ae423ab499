package cn.jointinspection.notice;

import cn.jointinspection.notice.Claims.Claim;
import cn.jointinspection.notice.Obligation.Status;
import cn.jointinspection.notice.TestResults.Result;
import cn.jointinspection.platform.Zone;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The specification with this build's results, as one page that needs nothing from elsewhere. */
final class NoticePage {

  /** As the POM writes the moment at which a build began, in UTC. */
  private static final DateTimeFormatter BUILD = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss");

  private NoticePage() {}

  record Part(String number, String title, List<Row> rows) {}

  /** @param result the worst of its tests; null where none are due */
  record Row(Obligation obligation, List<Piece> detail, List<Shown> tests, Result result) {}

  /** @param place whether it names an element, a class or an address */
  record Piece(String text, boolean place) {}

  record Shown(String title, String test, Result result) {}

  /**
   * @param passed of those that are met: all their tests have passed
   * @param failed of those that are met: a test has failed
   * @param tests counted once, however many obligations they show
   */
  record Summary(long met, long passed, long failed, long notYet, long notOurs, long tests, long testsPassed,
      long testsFailed, long testsSkipped) {}

  /** @param build the moment it began, as the POM writes it */
  static String of(String build, Specification specification, NoticeText notice, Claims claims, TestResults results) {
    List<Part> parts = notice.titles().entrySet().stream().map(part -> new Part(part.getKey(), part.getValue(),
        specification.obligations().stream().filter(obligation -> obligation.part().equals(part.getKey()))
            .map(obligation -> row(obligation, claims, results)).toList())).toList();
    Context context = new Context(Locale.CHINA);
    context.setVariables(Map.of("parts", parts, "silent", specification.silent(), "began", began(build),
        "summary", summary(parts)));
    return engine().process("notice", context);
  }

  private static String began(String build) {
    return ZonedDateTime.of(LocalDateTime.parse(build, BUILD), ZoneOffset.UTC).withZoneSameInstant(Zone.SHANGHAI)
        .format(SHOWN);
  }

  private static Row row(Obligation obligation, Claims claims, TestResults results) {
    List<Shown> tests = claims.claims().stream().filter(claim -> claim.clause().equals(obligation.id()))
        .map(claim -> shown(claim, results)).toList();
    return new Row(obligation, pieces(obligation.detail()), tests, obligation.is(Status.MET) ? worst(tests) : null);
  }

  private static Shown shown(Claim claim, TestResults results) {
    return new Shown(claim.title(), claim.test(), results.of(claim.className(), claim.method()));
  }

  /** A test that did not run leaves the obligation open, unless another shows that it fails. */
  private static Result worst(List<Shown> tests) {
    Set<Result> all = tests.stream().map(Shown::result).collect(Collectors.toSet());
    for (Result result : List.of(Result.FAILED, Result.NOT_RUN, Result.SKIPPED)) {
      if (all.contains(result)) {
        return result;
      }
    }
    return tests.isEmpty() ? Result.NOT_RUN : Result.PASSED;
  }

  private static List<Piece> pieces(String detail) {
    List<Piece> pieces = new ArrayList<>();
    String[] texts = detail.split("`", -1);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        pieces.add(new Piece(texts[i], i % 2 == 1));
      }
    }
    return pieces;
  }

  private static Summary summary(List<Part> parts) {
    List<Row> rows = parts.stream().flatMap(part -> part.rows().stream()).toList();
    Set<Shown> tests = rows.stream().flatMap(row -> row.tests().stream()).collect(Collectors.toSet());
    return new Summary(count(rows, Status.MET), rows.stream().filter(row -> row.result() == Result.PASSED).count(),
        rows.stream().filter(row -> row.result() == Result.FAILED).count(), count(rows, Status.NOT_YET),
        count(rows, Status.NOT_OURS), tests.size(), count(tests, Result.PASSED), count(tests, Result.FAILED),
        count(tests, Result.SKIPPED));
  }

  private static long count(List<Row> rows, Status status) {
    return rows.stream().filter(row -> row.obligation().is(status)).count();
  }

  private static long count(Set<Shown> tests, Result result) {
    return tests.stream().filter(test -> test.result() == result).count();
  }

  private static SpringTemplateEngine engine() {
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("notice/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
