package cn.jointinspection.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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

  /** A refusal by a rule: status 422, the rule's code, its message as it stands. */
  @ExceptionHandler
  ProblemDetail refused(RuleViolation violation, HttpServletRequest request) {
    RefusalLog.note(violation, request);
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
    ErrorWords words = ErrorWords.of(status.value());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words.detail());
    problem.setTitle(words.title());
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
