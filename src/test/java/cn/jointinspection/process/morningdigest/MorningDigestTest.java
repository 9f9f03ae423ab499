package cn.jointinspection.process.morningdigest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.process.ProcessTest;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.process.dailyround.DailyRoundProcess;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("每日工作提醒邮件")
class MorningDigestTest extends ProcessTest {

  private static final int PORT = freePort();

  private final GreenMail server = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
  private Task task;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "localhost");
    registry.add("spring.mail.port", () -> PORT);
    registry.add("joint-inspection.mail.from", () -> "noreply@example.org");
    registry.add("joint-inspection.public-url", () -> "https://inspection.example.org/");
    registry.add("joint-inspection.embedded.database", () -> "digest_tests");
  }

  @BeforeEach
  void aPlanWaitsForTheOffice() {
    server.start();
    identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    identity.clearAuthentication();
    task = task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);
    mailbox("bgsStaff1", "bgs", "office@example.org");
  }

  @AfterEach
  void stopTheServer() {
    server.stop();
  }

  private void mailbox(String user, String group, String address) {
    as(user, group);
    identity.clearAuthentication();
    User account = identity.createUserQuery().userId(user).singleResult();
    account.setEmail(address);
    identity.saveUser(account);
  }

  /** The timer fires at this moment and the mails go out. */
  private void morning(int month, int day) {
    at(LocalDateTime.of(2024, month, day, 8, 0));
    executeJobs(MorningDigestProcess.EVENT_EIGHT_IN_THE_MORNING);
    runAsyncSteps();
  }

  private List<String> subjects() {
    return Arrays.stream(server.getReceivedMessages()).map(MorningDigestTest::subject).toList();
  }

  @Test
  @DisplayName("新收到、三个工作日内、今日、已超期各归其类；调休的星期日也发，休息日和没事的日子不发")
  void eachTaskInItsPart() {
    morning(3, 21);
    morning(3, 22);
    morning(3, 30);
    morning(4, 1);
    morning(4, 3);
    morning(4, 4);
    morning(4, 7);

    assertThat(subjects()).containsExactly("联合抽查待办提醒：新收到 1 项", "联合抽查待办提醒：三个工作日内到期 1 项",
        "联合抽查待办提醒：今日到期 1 项", "联合抽查待办提醒：已超期 1 项");
  }

  @Test
  @DisplayName("每天早上八点一次；时间一跳几周，下一次仍是下一个早上")
  void everyMorningAtEight() {
    morning(3, 21);
    timed(MorningDigestProcess.EVENT_EIGHT_IN_THE_MORNING, LocalDateTime.of(2024, 3, 22, 8, 0));

    morning(6, 3);
    timed(MorningDigestProcess.EVENT_EIGHT_IN_THE_MORNING, LocalDateTime.of(2024, 6, 4, 8, 0));
  }

  @Test
  @DisplayName("邮件有纯文本和网页两种正文，写明任务、期限和办理链接，从配置的地址发出")
  void whatTheMailSays() throws MessagingException, IOException {
    morning(4, 3);

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getFrom()).singleElement().hasToString("noreply@example.org");
    assertThat(mail.getAllRecipients()).singleElement().hasToString("office@example.org");
    String link = "https://inspection.example.org/camunda/app/tasklist/default/#/?task=" + task.getId();
    assertThat(body(mail, "text/plain")).contains("【今日到期】1 项", task.getName(), "2024-04-03 23:59", link);
    assertThat(body(mail, "text/html")).contains("今日到期（1 项）", task.getName(), "href=\"" + link + "\"");
  }

  @Test
  @DisplayName("一人一天只有一封，步骤重来也不重发")
  void onceForAPersonAndDay() {
    morning(4, 3);
    morning(4, 3);

    assertThat(subjects()).hasSize(1);
    assertThat(all("select user_id from digest_sent where sent_at is not null")).containsExactly("bgsStaff1");
  }

  @Test
  @DisplayName("别的部门的人、没有地址的人、别人已认领的任务，都没有邮件")
  void nobodyLearnsOfOthersWork() {
    mailbox("gajStaff1", "gaj", "police@example.org");
    mailbox("bgsStaff2", "bgs", null);
    mailbox("bgsStaff3", "bgs", "third@example.org");
    tasks.setAssignee(task.getId(), "bgsStaff1");

    morning(4, 3);

    assertThat(server.getReceivedMessages()).singleElement()
        .satisfies(mail -> assertThat(mail.getAllRecipients()).singleElement().hasToString("office@example.org"));
  }

  @Test
  @DisplayName("一个地址有误，不影响别人，也不让步骤失败")
  void aBadAddressHoldsUpNobody() {
    mailbox("aStaff", "bgs", "不是 地址@@");

    morning(4, 3);

    assertThat(subjects()).hasSize(1);
    assertThat(one("select user_id from digest_sent where refusal is not null")).isEqualTo("aStaff");
  }

  @Test
  @DisplayName("邮件服务器不通：步骤失败并可见，恢复后重试即发出，且只发一次")
  void aServerThatIsAwayIsTriedAgain() {
    server.stop();
    at(LocalDateTime.of(2024, 4, 3, 8, 0));
    executeJobs(MorningDigestProcess.EVENT_EIGHT_IN_THE_MORNING);
    Job send = jobs(MorningDigestProcess.SERVICE_TASK_SEND_DIGESTS).get(0);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThatThrownBy(() -> management.executeJob(send.getId())).hasMessageContaining("还有 1 人未发");
    }
    assertThat(runtime.createIncidentQuery().list()).singleElement()
        .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("邮件服务器没有接受"));
    assertThat(all("select user_id from digest_sent")).isEmpty();

    server.start();
    management.setJobRetries(send.getId(), 1);
    management.executeJob(send.getId());

    assertThat(subjects()).hasSize(1);
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  @Test
  @Clause("一-5")
  @DisplayName("将到期的执法证：休息日告知的，下一个工作日早上写进本部门和本人的邮件，只写一次；别的部门的不写")
  void certificatesThatExpire() throws MessagingException, IOException {
    county.inspectors("gaj", 2);
    jdbc.sql("update inspector set certificate_expires_on = '2024-04-22' where certificate_no = 'ZF-gaj01'").update();
    mailbox("gaj01", "inspectors", "first@example.org");
    mailbox("gaj02", "inspectors", "second@example.org");
    mailbox("gajReviewer1", "gajReview", "review@example.org");
    mailbox("xfdStaff1", "xfd", "other@example.org");
    tasks.setAssignee(task.getId(), "somebody");
    at(LocalDateTime.of(2024, 3, 23, 6, 0));
    executeJobs(DailyRoundProcess.EVENT_MORNING_CAME);
    runAsyncSteps();

    morning(3, 23);
    assertThat(subjects()).as("Saturday").isEmpty();
    morning(3, 25);
    assertThat(subjects()).containsExactly("联合抽查待办提醒：执法证将到期 1 项", "联合抽查待办提醒：执法证将到期 1 项");
    assertThat(Arrays.stream(server.getReceivedMessages()).map(MorningDigestTest::recipient))
        .containsExactlyInAnyOrder("first@example.org", "review@example.org");
    assertThat(body(server.getReceivedMessages()[0], "text/plain")).contains("示例gaj01的执法证（ZF-gaj01）到期", "2024-04-22",
        "https://inspection.example.org/camunda/api/staff/inspectors/detail?no=ZF-gaj01");
    morning(3, 26);
    assertThat(subjects()).as("told once").hasSize(2);
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String body(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = body(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
