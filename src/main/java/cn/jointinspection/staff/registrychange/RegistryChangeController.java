package cn.jointinspection.staff.registrychange;

import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.ChangeStatus;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import cn.jointinspection.registry.intake.RegistryEdits.Edit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of the registries' changes send and fetch. */
@RestController
@RequestMapping(RegistryChangePage.PATH)
class RegistryChangeController {

  private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RegistryChangeDesk desk;
  private final RegistryChanges changes;
  private final RegistryChangePage page;

  RegistryChangeController(RegistryChangeDesk desk, RegistryChanges changes, RegistryChangePage page) {
    this.desk = desk;
    this.changes = changes;
    this.page = page;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  /** @param rows read so far */
  record Progress(boolean reading, int rows, int bad) {}

  /** The file is the request's body, so that it may be larger than what other forms send. */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Next propose(@RequestParam ChangeKind kind, @RequestParam String department, @RequestParam String fileName,
      @RequestParam String reason, @RequestParam(defaultValue = "false") boolean goodRowsOnly, HttpServletRequest request)
      throws IOException {
    long id = desk.propose(new Proposal(kind, department, fileName, reason, goodRowsOnly), request.getInputStream());
    return new Next(RegistryChangePage.PATH + "/" + id);
  }

  /** What was typed on a page: every field by the head of its column, and beside them what the form itself sends. */
  @PostMapping("/edits/{kind}")
  Next edit(@PathVariable ChangeKind kind, @RequestBody Map<String, String> typed) {
    String key = typed.get("key");
    long id = desk.propose(new Edit(kind, typed.getOrDefault("department", ""), typed.get("reason"),
        key == null || key.isEmpty() ? null : key, typed.getOrDefault("seen", ""), typed));
    return new Next(RegistryChangePage.PATH + "/" + id);
  }

  @PostMapping("/{id}/withdrawal")
  Next withdraw(@PathVariable long id) {
    desk.withdraw(id);
    return new Next(RegistryChangePage.PATH + "/" + id);
  }

  @GetMapping("/{id}/progress")
  Progress progress(@PathVariable long id) {
    RegistryChange change = page.requireMine(id);
    return new Progress(change.status() == ChangeStatus.READING,
        change.counts().rowsRead(), change.counts().bad());
  }

  @GetMapping("/{id}/file")
  void file(@PathVariable long id, HttpServletResponse response) throws IOException {
    RegistryChange change = page.requireMine(id);
    download(response, change.downloadName(), MediaType.APPLICATION_OCTET_STREAM_VALUE);
    changes.file(id, response.getOutputStream());
  }

  @GetMapping("/{id}/marked")
  void marked(@PathVariable long id, HttpServletResponse response) throws IOException {
    RegistryChange change = page.requireMine(id);
    download(response, change.number() + " 标注问题.xlsx", WORKBOOK);
    changes.markedFile(id, response.getOutputStream());
  }

  @GetMapping("/templates/{kind}")
  void template(@PathVariable ChangeKind kind, HttpServletResponse response) throws IOException {
    download(response, kind.label() + "模板.xlsx", WORKBOOK);
    changes.template(kind, response.getOutputStream());
  }

  private static void download(HttpServletResponse response, String fileName, String type) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString());
  }
}
