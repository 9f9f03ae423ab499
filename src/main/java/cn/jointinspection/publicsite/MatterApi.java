package cn.jointinspection.publicsite;

import cn.jointinspection.platform.sheet.TableWriter;
import cn.jointinspection.publicsite.PublicMatters.Listed;
import cn.jointinspection.publicsite.PublicMatters.OneList;
import cn.jointinspection.registry.Matter;
import cn.jointinspection.registry.MatterRows;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 抽查事项清单 for machines; the fields are explained on the page {@code /open-data}. */
@RestController
@RequestMapping("/public/api")
class MatterApi {

  private static final String DEPARTMENT = "部门";

  private final PublicMatters matters;

  MatterApi(PublicMatters matters) {
    this.matters = matters;
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Lists(List<Listed> items) {}

  @GetMapping("/matters")
  Lists all() {
    return new Lists(matters.all());
  }

  /** @param version nullable: the list as it is */
  @GetMapping("/matters/{department}")
  OneList one(@PathVariable String department, @RequestParam(required = false) @Min(1) Integer version) {
    return (version == null ? matters.find(department) : matters.find(department, version))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The heads of a county's first load, so that the file can be read in again. */
  @GetMapping("/matters.csv")
  void table(HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"matters.csv\"");
    try (TableWriter table = TableWriter.csv(response.getOutputStream())) {
      table.row(row(DEPARTMENT, MatterRows.HEADS));
      for (Listed list : matters.all()) {
        for (Matter matter : list.matters()) {
          for (List<String> cells : MatterRows.of(matter)) {
            table.row(row(list.departmentName(), cells));
          }
        }
      }
    }
  }

  private static List<String> row(String department, List<String> cells) {
    return Stream.concat(Stream.of(department), cells.stream()).toList();
  }
}
