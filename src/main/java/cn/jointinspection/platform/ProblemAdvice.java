package cn.jointinspection.platform;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers of interfaces that failed are RFC 9457 problem documents in Chinese that say what to do next. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Map<Integer, String> TITLES = Map.of(
      400, "请求有误",
      404, "未找到",
      405, "不支持这种请求方法",
      406, "不提供所要求的格式",
      413, "内容过大",
      415, "不支持所提交的格式");

  private static final Map<Integer, String> DETAILS = Map.of(
      400, "请求中的参数缺失或不正确。请对照接口说明修改后重试。",
      404, "没有这个地址，或没有这条记录。请核对地址和编号。",
      405, "该地址不支持这种请求方法。请对照接口说明修改后重试。",
      406, "该地址不提供所要求的格式。请改用 application/json。",
      413, "提交的内容超过允许的大小。请压缩或拆分后重试。",
      415, "该地址不接受这种格式。请对照接口说明修改后重试。");

  /** A refusal by a rule: status 422, the rule's code, its message as it stands. */
  @ExceptionHandler
  ProblemDetail refused(RuleViolation violation) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, violation.getMessage());
    problem.setType(URI.create("urn:joint-inspection:rule:" + violation.code()));
    problem.setTitle("不符合规定，未办理");
    problem.setProperty("code", violation.code());
    violation.particulars().forEach(problem::setProperty);
    return problem;
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception ex, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
        DETAILS.getOrDefault(status.value(), "系统暂时无法处理。请稍后重试；仍不成功的，请联系系统管理员。"));
    problem.setTitle(TITLES.getOrDefault(status.value(), "系统暂时无法处理"));
    String parameters = parameters(ex);
    if (!parameters.isEmpty()) {
      problem.setDetail("参数不正确：" + parameters + "。请对照接口说明修改后重试。");
    }
    return super.handleExceptionInternal(ex, problem, headers, status, request);
  }

  private static String parameters(Exception ex) {
    if (ex instanceof TypeMismatchException mismatch && mismatch.getPropertyName() != null) {
      return mismatch.getPropertyName();
    }
    if (ex instanceof HandlerMethodValidationException invalid) {
      return invalid.getParameterValidationResults().stream()
          .map(result -> result.getMethodParameter().getParameterName())
          .collect(Collectors.joining("、"));
    }
    if (ex instanceof MethodArgumentNotValidException invalid) {
      return invalid.getFieldErrors().stream()
          .map(error -> error.getField() + " " + error.getDefaultMessage())
          .collect(Collectors.joining("、"));
    }
    return "";
  }
}
