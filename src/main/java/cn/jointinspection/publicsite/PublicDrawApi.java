package cn.jointinspection.publicsite;

import cn.jointinspection.draw.DrawFile;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The draws for machines; the fields are explained on the page {@code /open-data}. */
@RestController
@RequestMapping("/public/api/draws")
class PublicDrawApi {

  private final PublicDraws draws;

  PublicDrawApi(PublicDraws draws) {
    this.draws = draws;
  }

  /** @param nextBefore for the parameter {@code before} of the next call; null at the end */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Batch(List<PublicDraw> items, Integer nextBefore) {}

  @GetMapping
  Batch list(
      @RequestParam(required = false) @Min(1) Integer before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    List<PublicDraw> items = draws.walk(before, size);
    return new Batch(items, items.size() < size ? null : Integer.valueOf(items.get(size - 1).number()));
  }

  @GetMapping("/{number:\\d{1,9}}")
  PublicDraw one(@PathVariable int number) {
    return draws.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The very bytes that were frozen, so that their SHA-256 is the one of the freeze. */
  @GetMapping("/{number:\\d{1,9}}/files/{name}")
  void file(@PathVariable int number, @PathVariable String name, HttpServletResponse response) throws IOException {
    DrawFile file = draws.file(number, name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setContentType(name.endsWith(".jsonl") ? "application/x-ndjson" : MediaType.APPLICATION_JSON_VALUE);
    response.setContentLengthLong(file.size());
    response.setHeader(HttpHeaders.ETAG, '"' + file.sha256() + '"');
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
    draws.copy(one(number), file, response.getOutputStream());
  }
}
