package cn.jointinspection.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.boot.test.context.TestComponent;

/**
 * Keeps which timers of the models the engine has fired during the tests, and of which a test has compared the due date
 * with a moment written out. {@link TimersFiredIT} reads it when all tests are over.
 */
@TestComponent
public class TimerRecord extends AbstractProcessEnginePlugin {

  /** What a test does with a timer. */
  enum Kind { FIRED, DUE }

  /** One file for each build; a test started alone, without Maven, has its own. */
  private static final Path FILE = Path.of("target", "timers",
      System.getProperty("build.started", "alone").replaceAll("\\W", "-") + ".txt");

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    listeners.add(new Listening());
  }

  private static final class Listening extends AbstractBpmnParseListener {

    @Override
    public void parseBoundaryTimerEventDefinition(Element timer, boolean interrupting, ActivityImpl event) {
      listen(event);
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element timer, ActivityImpl event) {
      event.addListener(ExecutionListener.EVENTNAME_END, fired());
    }

    @Override
    public void parseStartEvent(Element start, ScopeImpl scope, ActivityImpl event) {
      if (start.element("timerEventDefinition") != null) {
        listen(event);
      }
    }

    private static void listen(ActivityImpl event) {
      event.addListener(ExecutionListener.EVENTNAME_START, fired());
    }

    /** Only where a timer of the engine leads here, not where a test starts a process or walks on by itself. */
    private static ExecutionListener fired() {
      return execution -> {
        if (Context.getCommandContext().getCurrentJob() instanceof TimerEntity) {
          write(Kind.FIRED, execution.getProcessDefinitionId(), execution.getCurrentActivityId());
        }
      };
    }
  }

  /** A test has compared this timer's due date with a moment that it writes out. */
  public static void due(Job timer, String event) {
    write(Kind.DUE, timer.getProcessDefinitionId(), event);
  }

  /** Ids of definitions begin with the model's own. */
  private static void write(Kind kind, String definition, String event) {
    String key = definition.substring(0, definition.indexOf(':'));
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, line(kind, key, event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError("the record of timers cannot be written", e);
    }
  }

  private static String line(Kind kind, String process, String event) {
    return kind + " " + process + " " + event;
  }

  /** What this build's tests have left in the record. */
  static Set<String> read() throws IOException {
    return new TreeSet<>(Files.readAllLines(FILE));
  }

  /** Of every timer of every model, what must stand in the record and does not. */
  static List<String> missing(Set<String> record) throws IOException {
    try (var files = Files.list(Path.of("processes"))) {
      List<Path> models = files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
      return models.stream().flatMap(TimerRecord::wanted).filter(line -> !record.contains(line)).toList();
    }
  }

  private static Stream<String> wanted(Path file) {
    var model = Bpmn.readModelFromFile(file.toFile());
    String process = model.getModelElementsByType(Process.class).iterator().next().getId();
    return model.getModelElementsByType(TimerEventDefinition.class).stream()
        .map(timer -> ((Event) timer.getParentElement()).getId())
        .flatMap(event -> Stream.of(line(Kind.FIRED, process, event), line(Kind.DUE, process, event)));
  }
}
