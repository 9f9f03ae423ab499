package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused.NoSuchTask;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.Evidence;
import cn.jointinspection.inspection.EvidenceStore;
import cn.jointinspection.platform.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files kept with a check, for whoever may read a task on the same object; always downloaded, never run. */
@RestController
@RequestMapping("/camunda/api/staff/tasks/{taskId}/evidence")
class EvidenceController {

  private final Actors actors;
  private final ReadableTasks tasks;
  private final DepartmentChecks checks;
  private final EvidenceStore store;

  EvidenceController(Actors actors, ReadableTasks tasks, DepartmentChecks checks, EvidenceStore store) {
    this.actors = actors;
    this.tasks = tasks;
    this.checks = checks;
    this.store = store;
  }

  @PostMapping
  Evidence upload(@PathVariable String taskId, @RequestParam MultipartFile file) throws IOException {
    Actor actor = actors.current();
    Task task = tasks.require(taskId);
    long check = checks.id(tasks.objectInspectionId(task), tasks.department(task));
    return store.add(check, file.getOriginalFilename(), file.getBytes(), actor);
  }

  @GetMapping("/{evidenceId}")
  ResponseEntity<byte[]> download(@PathVariable String taskId, @PathVariable UUID evidenceId) {
    actors.current();
    String object = tasks.objectInspectionId(tasks.require(taskId));
    Evidence evidence = store.get(evidenceId);
    if (!checks.get(evidence.checkId()).objectInspectionId().equals(object)) {
      throw new NoSuchTask();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(evidence.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(evidence.fileName(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(store.content(evidenceId));
  }
}
