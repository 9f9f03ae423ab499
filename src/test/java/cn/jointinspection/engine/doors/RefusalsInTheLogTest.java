package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.engine.EngineRefused.NoSuchTask;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DisplayName("日志里，人的疏漏只占一行，真正的故障保留全部经过")
@ExtendWith(OutputCaptureExtension.class)
class RefusalsInTheLogTest extends HttpTest {

  private static final String ME = "scjgjStaff1";

  private Task task;

  @BeforeEach
  void aSchemeWaitsForCosigning() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    launched("none");
    as(ME, "scjgj");
    as("scjgjStaff2", "scjgj");
    identity.clearAuthentication();
    task = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");
  }

  @Test
  @DisplayName("经引擎接口和待办网页被规则拒绝：一行，写明规则、人、待办，不写经过")
  void throughTheEngine(CapturedOutput output) {
    String path = "/task/" + task.getId() + "/";
    Map<String, Object> incomplete = answers("{\"agree\":null}");
    Map<String, Object> steered = Map.of("variables", Map.of("x", variable("y")));
    Session session = signIn(ME);

    oneLine(output, "FormRefused", ME, () -> rest(ME, "POST", path + "complete", incomplete));
    oneLine(output, "FormRefused", ME, () -> rest(ME, "POST", path + "submit-form", incomplete));
    oneLine(output, "NotThroughThisDoor", ME, () -> rest(ME, "POST", path + "complete", steered));
    oneLine(output, "FormRefused", ME,
        () -> session.post("/camunda/api/engine/engine/default" + path + "submit-form", incomplete));

    assertThat(rest(ME, "POST", path + "complete", answers(Map.of("agree", true))).statusCode()).isEqualTo(204);
    oneLine(output, "TaskAlreadyDone", "scjgjStaff2",
        () -> rest("scjgjStaff2", "POST", path + "complete", answers(Map.of("agree", true))));
    oneLine(output, "TaskAlreadyDone", "scjgjStaff2", () -> rest("scjgjStaff2", "GET", path + "form-variables", null));
  }

  @Test
  @DisplayName("在本系统自己的接口和网页上被规则拒绝：同样一行")
  void throughOwnControllers(CapturedOutput output) {
    Session session = signIn(ME);
    assertThat(rest(ME, "POST", "/task/" + task.getId() + "/complete", answers(Map.of("agree", true))).statusCode())
        .isEqualTo(204);

    oneLine(output, "TaskAlreadyDone", ME, () -> session.get("/camunda/api/staff/tasks/" + task.getId()));

    int before = output.getAll().length();
    session.send(request("GET", "/camunda/api/staff/time-limits/edit", null).setHeader("Accept", "text/html"), true);
    assertThat(since(output, before)).hasSize(1).first().asString()
        .contains(" INFO ", "refused by OnlyTheOfficeSetsLimits: person " + ME + ", task -");
  }

  @Test
  @DisplayName("定时作业违反规则不是谁的疏漏，程序出错更不是：都按错误记录，带全部经过")
  void realFailuresStandOut(CapturedOutput output) {
    int before = output.getAll().length();
    inARequest(context -> {
      context.setCurrentJob(new MessageEntity());
      throw new NoSuchTask();
    });
    assertThat(output.getAll().substring(before)).contains(" ERROR ", "ENGINE-16004", "\tat cn.jointinspection");

    int then = output.getAll().length();
    inARequest(context -> {
      throw new IllegalStateException("示例故障");
    });
    assertThat(output.getAll().substring(then)).contains(" ERROR ", "示例故障", "\tat cn.jointinspection");

    int last = output.getAll().length();
    inARequest(context -> {
      throw new NoSuchTask();
    });
    assertThat(output.getAll().substring(last)).isEmpty();
  }

  private void inARequest(Consumer<CommandContext> command) {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    try {
      assertThatThrownBy(() -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
          .getCommandExecutorTxRequired().execute(context -> {
            command.accept(context);
            return null;
          })).isInstanceOf(RuntimeException.class);
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  private void oneLine(CapturedOutput output, String rule, String person, Supplier<?> step) {
    int before = output.getAll().length();
    step.get();
    assertThat(since(output, before)).hasSize(1).first().asString()
        .contains(" INFO ", "refused by " + rule + ": person " + person + ", task " + task.getId());
  }

  private static List<String> since(CapturedOutput output, int before) {
    return output.getAll().substring(before).lines().toList();
  }
}
