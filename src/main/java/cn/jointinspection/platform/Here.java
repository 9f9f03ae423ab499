package cn.jointinspection.platform;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which page is shown; the templates' navigations read it as {@code @here}. */
@Component("here")
public class Here {

  /**
   * The value of {@code aria-current} in a link to this path: the page itself, or one that the page belongs to.
   *
   * @return null where the link leads elsewhere
   */
  public String mark(String path) {
    String shown = ServletUriComponentsBuilder.fromCurrentRequest().build().getPath();
    String home = ServletUriComponentsBuilder.fromCurrentContextPath().build().getPath();
    String here = shown == null ? "" : shown.substring(home == null ? 0 : home.length());
    if (here.equals(path)) {
      return "page";
    }
    return !path.equals("/") && here.startsWith(path + "/") ? "true" : null;
  }
}
