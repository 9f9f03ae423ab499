package cn.jointinspection.staff;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page from which staff reach all others. */
@Controller
class DeskController {

  @GetMapping(Desk.PATH)
  String desk() {
    return "staff/desk";
  }
}
