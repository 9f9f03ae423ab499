package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.engine.forms.TaskForms;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.process.dailyround.DailyRoundProcess;
import cn.jointinspection.process.deadlinerecomputation.DeadlineRecomputationProcess;
import cn.jointinspection.process.holidaytable.HolidayTableProcess;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.morningdigest.MorningDigestProcess;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.process.planadjustment.PlanAdjustmentProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import cn.jointinspection.process.registrychange.RegistryChangeProcess;
import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import cn.jointinspection.process.violationreferral.ViolationReferralProcess;
import cn.jointinspection.process.yearclosing.YearClosingProcess;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("流程模型的规矩")
class ModelRulesTest extends ProcessTest {

  private static final Map<String, Class<?>> CONSTANTS = Map.ofEntries(
      Map.entry("annual-plan", AnnualPlanProcess.class),
      Map.entry("deadline-recomputation", DeadlineRecomputationProcess.class),
      Map.entry("joint-inspection", JointInspectionProcess.class),
      Map.entry("public-draw", PublicDrawProcess.class),
      Map.entry("object-inspection", ObjectInspectionProcess.class),
      Map.entry("violation-referral", ViolationReferralProcess.class),
      Map.entry("supervision-order", SupervisionOrderProcess.class),
      Map.entry("plan-adjustment", PlanAdjustmentProcess.class),
      Map.entry("daily-round", DailyRoundProcess.class),
      Map.entry("year-closing", YearClosingProcess.class),
      Map.entry("holiday-table", HolidayTableProcess.class),
      Map.entry("registry-change", RegistryChangeProcess.class),
      Map.entry("morning-digest", MorningDigestProcess.class));
  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern CALLED_BEAN = Pattern.compile("\\$\\{(\\w+)\\.");
  private static final Pattern QUESTION = Pattern.compile("^\\$\\{(\\w+)\\s*[}=!]");
  private static final Pattern LISTENER = Pattern.compile("Listener [^>]*delegateExpression=\"(\\$\\{\\w+})\"");
  private static final Pattern STEP =
      Pattern.compile("\\$\\{deadlines\\.(due|reminder)\\(execution, '(\\w+)'\\)}");
  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");

  @Autowired ApplicationContext context;
  @Autowired TaskForms forms;
  @Autowired TimeLimits limits;
  @Autowired RepositoryService repository;

  static Stream<String> models() throws IOException {
    try (var files = Files.list(Path.of("processes"))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn"))
          .map(name -> name.replace(".bpmn", "")).sorted().toList().stream();
    }
  }

  private static BpmnModelInstance model(String name) {
    return Bpmn.readModelFromFile(Path.of("processes", name + ".bpmn").toFile());
  }

  private static Set<String> constants(Class<?> type, Predicate<String> name) {
    return Arrays.stream(type.getDeclaredFields()).filter(field -> name.test(field.getName()))
        .map(ModelRulesTest::value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("每个模型都有一个写明名称的类")
  void everyModelHasItsConstants() throws IOException {
    assertThat(models()).containsExactlyInAnyOrderElementsOf(CONSTANTS.keySet());
  }

  @ParameterizedTest
  @DisplayName("模型里的元素与写明名称的类两边一致")
  @MethodSource("models")
  void constantsAndModelAgree(String name) {
    BpmnModelInstance model = model(name);
    Class<?> type = CONSTANTS.get(name);
    Predicate<String> other =
        constant -> constant.equals("KEY") || constant.matches("(MESSAGE|VARIABLE|ERROR|ESCALATION|SIGNAL)_.*");

    assertThat(constants(type, other.negate())).containsExactlyInAnyOrderElementsOf(
        model.getModelElementsByType(FlowNode.class).stream().map(BaseElement::getId).toList());
    assertThat(constants(type, "KEY"::equals)).containsExactly(name);
    assertThat(constants(type, constant -> constant.startsWith("MESSAGE_"))).containsExactlyInAnyOrderElementsOf(
        model.getModelElementsByType(Message.class).stream().map(Message::getName).toList());
  }

  @ParameterizedTest
  @DisplayName("每个人工任务写明谁办、依据、记录什么，有表单、有期限、有办理人")
  @MethodSource("models")
  void userTasksAreComplete(String name) {
    for (UserTask task : model(name).getModelElementsByType(UserTask.class)) {
      String form = task.getId().replace("userTask_", "");
      assertThat(task.getDocumentations()).as(task.getId()).singleElement()
          .satisfies(text -> assertThat(text.getTextContent()).hasSizeGreaterThan(15).containsPattern("通知|规则"));
      assertThat(task.getCamundaFormKey()).isEqualTo("embedded:/forms/" + form + ".html");
      assertThat(Path.of("forms", form + ".html")).exists();
      assertThat(forms.byTask()).containsKey(task.getId());
      assertThat(task.getCamundaDueDate()).as(task.getId()).contains("deadlines");
      assertThat(Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateGroups(), task.getCamundaCandidateUsers())
          .anyMatch(people -> people != null && !people.isBlank())).as(task.getId()).isTrue();
    }
  }

  @ParameterizedTest
  @DisplayName("每个人工任务的跟进日期就是同一环节的提醒时间")
  @MethodSource("models")
  void everyUserTaskHasAFollowUpDate(String name) {
    String definition = repository.createProcessDefinitionQuery().processDefinitionKey(name).latestVersion()
        .singleResult().getId();
    var tasks = engine.getProcessEngineConfiguration() instanceof ProcessEngineConfigurationImpl configuration
        ? configuration.getCommandExecutorTxRequired().execute(context ->
            configuration.getDeploymentCache().findDeployedProcessDefinitionById(definition).getTaskDefinitions())
        : Map.<String, TaskDefinition>of();

    assertThat(tasks.keySet()).containsExactlyInAnyOrderElementsOf(
        model(name).getModelElementsByType(UserTask.class).stream().map(BaseElement::getId).toList());
    assertThat(tasks.values()).allSatisfy(task -> assertThat(task.getFollowUpDateExpression().getExpressionText())
        .isEqualTo("${deadlines.reminder(execution, '" + step(task.getDueDateExpression().getExpressionText()) + "')}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  @DisplayName("人工任务的答案不存下来：发问的网关紧跟任务，中间不断开事务，别处不再问")
  void answersAreAskedForAtOnce(String name) {
    Set<String> atOnce = new TreeSet<>();
    Set<String> later = new TreeSet<>();
    for (SequenceFlow flow : model(name).getModelElementsByType(SequenceFlow.class)) {
      var condition = flow.getConditionExpression();
      Matcher question = QUESTION.matcher(condition == null ? "" : condition.getTextContent().strip());
      if (question.find()) {
        FlowNode gateway = flow.getSource();
        assertThat(gateway.isCamundaAsyncBefore()).as(gateway.getId()).isFalse();
        for (FlowNode before : gateway.getPreviousNodes().list()) {
          assertThat(before instanceof UserTask && before.isCamundaAsyncAfter()).as(before.getId()).isFalse();
          (before instanceof UserTask ? atOnce : later).add(question.group(1));
        }
      }
    }
    later.retainAll(atOnce);
    assertThat(later).isEmpty();
  }

  @Test
  @DisplayName("没有一个表单是多余的")
  void noFormWithoutATask() throws IOException {
    Set<String> tasks = new TreeSet<>();
    models().forEach(name ->
        model(name).getModelElementsByType(UserTask.class).forEach(task -> tasks.add(task.getId())));

    assertThat(forms.byTask().keySet()).containsExactlyInAnyOrderElementsOf(tasks);
  }

  @ParameterizedTest
  @DisplayName("系统步骤只写在用的组件名，没有脚本，没有类名")
  @MethodSource("models")
  void serviceTasksNameBeans(String name) {
    BpmnModelInstance model = model(name);
    assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
    model.getModelElementsByType(ServiceTask.class)
        .forEach(task -> assertBean(task.getCamundaDelegateExpression(), task.getId()));
    model.getModelElementsByType(MessageEventDefinition.class).stream()
        .filter(definition -> definition.getParentElement() instanceof ThrowEvent)
        .forEach(definition -> assertBean(definition.getCamundaDelegateExpression(), definition.getId()));
    String xml = Bpmn.convertToString(model);
    assertThat(xml)
        .doesNotContain("camunda:class=", " class=", "camunda:script", "scriptFormat", "camunda:expression=");
    assertThat(LISTENER.matcher(xml).results().count()).as("listeners by delegateExpression")
        .isEqualTo(Pattern.compile("<camunda:(execution|task)Listener").matcher(xml).results().count());
    LISTENER.matcher(xml).results().forEach(listener -> assertBean(listener.group(1), "listener"));
    assertThat(CALLED_BEAN.matcher(xml).results().map(call -> call.group(1)).distinct())
        .allSatisfy(bean -> assertThat(context.containsBean(bean)).as(bean).isTrue());
  }

  @ParameterizedTest
  @DisplayName("调用的流程确有其模型")
  @MethodSource("models")
  void calledProcessesExist(String name) {
    assertThat(model(name).getModelElementsByType(CallActivity.class))
        .allSatisfy(call -> assertThat(CONSTANTS).containsKey(call.getCalledElement()));
  }

  @ParameterizedTest
  @DisplayName("每个人工任务有期限、到期有去处，两个日期出自时限表的同一行；提醒由每日巡检办，不占模型")
  @MethodSource("models")
  void everyUserTaskHasADeadline(String name) {
    BpmnModelInstance model = model(name);
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      String step = step(task.getCamundaDueDate());
      assertThat(limits.of(step)).as(step).isNotNull();
      assertThat(model.getModelElementsByType(BoundaryEvent.class).stream()
          .filter(event -> event.getAttachedTo().equals(task))
          .filter(event -> event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition)
          .map(ModelRulesTest::timer)).as(task.getId()).containsExactly("${deadlines.due(execution, '" + step + "')}");
    }
  }

  @ParameterizedTest
  @DisplayName("督办记的环节就是到期的那个环节；到期不转督办的，交给下一步办")
  @MethodSource("models")
  void timersTellTheirStep(String name) {
    for (BoundaryEvent event : model(name).getModelElementsByType(BoundaryEvent.class)) {
      if (!(event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition)) {
        continue;
      }
      FlowNode next = event.getSucceedingNodes().singleResult();
      if (next instanceof Gateway) {
        assertThat(next.getSucceedingNodes().singleResult()).as(event.getId())
            .isInstanceOfAny(UserTask.class, ServiceTask.class);
        continue;
      }
      assertThat(next.getExtensionElements()).as(next.getId()).isNotNull();
      assertThat(next.getExtensionElements().getElements().stream()
          .flatMap(io -> io.getChildElementsByType(CamundaInputParameter.class).stream())
          .filter(input -> input.getCamundaName().equals("step"))
          .map(CamundaInputParameter::getTextContent)).as(next.getId()).containsExactly(step(timer(event)));
      assertThat(delegate(next)).as(next.getId()).isEqualTo("${escalateDelegate}");
    }
  }

  private static String timer(BoundaryEvent event) {
    return ((TimerEventDefinition) event.getEventDefinitions().iterator().next()).getTimeDate().getTextContent();
  }

  private static String step(String expression) {
    Matcher matcher = STEP.matcher(expression);
    assertThat(matcher.matches()).as(expression).isTrue();
    return matcher.group(2);
  }

  private static String delegate(FlowNode node) {
    return node instanceof ServiceTask task
        ? task.getCamundaDelegateExpression()
        : ((MessageEventDefinition) ((ThrowEvent) node).getEventDefinitions().iterator().next())
            .getCamundaDelegateExpression();
  }

  private void assertBean(String expression, String element) {
    assertThat(expression).as(element).isNotNull();
    Matcher bean = BEAN.matcher(expression);
    assertThat(bean.matches()).as(element).isTrue();
    assertThat(context.containsBean(bean.group(1))).as(bean.group(1)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("编号有类型前缀，名称用中文，分支都有条件或默认，图上个个画到，历史保留十年")
  @MethodSource("models")
  void namesAndFlows(String name) {
    BpmnModelInstance model = model(name);
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      assertThat(node.getId()).matches("(userTask|serviceTask|callActivity|subProcess|gateway|event)_[a-z][A-Za-z]+");
      assertThat(node.getDiagramElement()).as(node.getId()).isNotNull();
      if (!(node instanceof Gateway) || node.getOutgoing().size() > 1) {
        assertThat(node.getName()).as(node.getId()).containsPattern(CHINESE);
      }
    }
    assertThat(model.getModelElementsByType(SequenceFlow.class)).allSatisfy(flow -> {
      assertThat(flow.getId()).startsWith("flow_");
      assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
    });
    for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
      if (gateway.getOutgoing().size() > 1) {
        assertThat(gateway.getOutgoing().stream()
            .filter(flow -> flow.getConditionExpression() == null && !flow.equals(gateway.getDefault()))
            .map(SequenceFlow::getId)).as(gateway.getId()).isEmpty();
        if (gateway.getDefault() != null) {
          assertThat(gateway.getDefault().getConditionExpression()).as(gateway.getDefault().getId()).isNull();
        }
        assertThat(gateway.getName()).endsWith("？");
      }
    }
  }
}
