package cn.jointinspection.engine.forms;

import cn.jointinspection.engine.EngineRefused.FormRefused;
import cn.jointinspection.platform.Actor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All task forms by user task; reads and checks answers before a form gets to see them. */
@Component
public class TaskForms {

  private final Map<String, TaskForm<?>> forms;
  private final ObjectMapper json;
  private final Validator validator;

  TaskForms(List<TaskForm<?>> forms, ObjectMapper json, Validator validator) {
    this.forms = forms.stream().collect(Collectors.toUnmodifiableMap(TaskForm::task, Function.identity()));
    this.json = json;
    this.validator = validator;
  }

  public Map<String, TaskForm<?>> byTask() {
    return forms;
  }

  public Object view(WorkItem item) {
    return form(item).view(item);
  }

  String subject(WorkItem item) {
    return form(item).subject(item);
  }

  Map<String, Object> complete(WorkItem item, String answers, Actor actor) {
    return complete(form(item), item, answers, actor);
  }

  private <A> Map<String, Object> complete(TaskForm<A> form, WorkItem item, String answers, Actor actor) {
    return form.complete(item, read(answers, form.answers()), actor);
  }

  /**
   * Reads and checks answers, of a form that starts a process too.
   *
   * @throws cn.jointinspection.platform.RuleViolation FormRefused if they are incomplete or malformed
   */
  public <A> A read(String answers, Class<A> type) {
    ObjectReader reader = json.readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    A value;
    try {
      value = reader.readValue(answers);
    } catch (JsonProcessingException e) {
      throw new FormRefused("表单内容无法识别，未作任何更改。请刷新页面后重新填写并提交。", e);
    }
    if (value == null) {
      throw new FormRefused("表单是空的，未作任何更改。请填写后再提交。");
    }
    List<String> problems = validator.validate(value).stream().map(ConstraintViolation::getMessage).sorted().toList();
    if (!problems.isEmpty()) {
      throw new FormRefused("未作任何更改，请改正后再提交：" + String.join("；", problems) + "。");
    }
    return value;
  }

  private TaskForm<?> form(WorkItem item) {
    TaskForm<?> form = forms.get(item.task());
    if (form == null) {
      throw new IllegalStateException("no form for user task " + item.task());
    }
    return form;
  }
}
