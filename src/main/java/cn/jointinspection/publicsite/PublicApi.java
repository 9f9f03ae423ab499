package cn.jointinspection.publicsite;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is published, for machines; its fields are explained on the page {@code /open-data}. */
@RestController
@RequestMapping("/public/api")
class PublicApi {

  private final Disclosures disclosures;
  private final DisclosureCsv csv;

  PublicApi(Disclosures disclosures, DisclosureCsv csv) {
    this.disclosures = disclosures;
    this.csv = csv;
  }

  /** @param nextBefore for the parameter {@code before} of the next call; null at the end */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Batch(List<Disclosure> items, Long nextBefore) {}

  @GetMapping("/disclosures")
  Batch list(
      @RequestParam(defaultValue = "") @Size(max = DisclosureQuery.MAX_LENGTH) String q,
      @RequestParam(required = false) @Min(1) Long before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    List<Disclosure> items = disclosures.walk(q, before, size);
    return new Batch(items, items.size() < size ? null : items.get(size - 1).id());
  }

  @GetMapping("/disclosures/{id}")
  Disclosure one(@PathVariable long id) {
    return disclosures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/disclosures.csv")
  void table(
      @RequestParam(defaultValue = "") @Size(max = DisclosureQuery.MAX_LENGTH) String q,
      HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"disclosures.csv\"");
    csv.write(q, response.getOutputStream());
  }

  /** Anything else below here is answered as a problem document too, not as a page. */
  @RequestMapping("/**")
  void nothingHere(HttpServletRequest request) {
    HttpMethod method = HttpMethod.valueOf(request.getMethod());
    boolean reading = method == HttpMethod.GET || method == HttpMethod.HEAD;
    throw new ResponseStatusException(reading ? HttpStatus.NOT_FOUND : HttpStatus.METHOD_NOT_ALLOWED);
  }
}
