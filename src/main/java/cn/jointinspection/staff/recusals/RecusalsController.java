package cn.jointinspection.staff.recusals;

import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what an inspector declares of himself. */
@RestController
@RequestMapping(RecusalsPage.PATH)
class RecusalsController {

  private final RegistryChangeDesk desk;

  RecusalsController(RegistryChangeDesk desk) {
    this.desk = desk;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  @PostMapping
  Next declare(@RequestBody Map<String, String> typed) {
    return new Next(RecusalsPage.PATH + "?submitted=" + desk.declare(typed));
  }
}
