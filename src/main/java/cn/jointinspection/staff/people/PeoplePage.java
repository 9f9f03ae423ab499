package cn.jointinspection.staff.people;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.PersonQuery;
import cn.jointinspection.registry.Role;
import cn.jointinspection.registry.RosterFileReader;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.registry.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works here: registrars and administrators keep the roster, a department's reviewers read their part of it. */
@Controller
class PeoplePage implements StaffPage {

  static final String PATH = "/camunda/api/staff/people";
  static final String SLIPS = PATH + "/slips";

  private static final String FILE = "人员名册";
  private static final int PAGE_SIZE = 50;
  private static final String REVIEWERS = Bodies.reviewersOf("");

  private final Actors actors;
  private final PeopleRights rights;
  private final People people;
  private final RosterDesk desk;
  private final TableDownload download;
  private final String publicUrl;

  PeoplePage(Actors actors, PeopleRights rights, People people, RosterDesk desk, TableDownload download,
      @Value("${joint-inspection.public-url}") String publicUrl) {
    this.actors = actors;
    this.rights = rights;
    this.people = people;
    this.desk = desk;
    this.download = download;
    this.publicUrl = publicUrl;
  }

  /** Whether people are in force; asked for by the address. */
  enum State {
    IN_FORCE("在岗", true), LEFT("离岗", false), ALL("全部", null);

    private final String text;
    private final Boolean inForce;

    State(String text, Boolean inForce) {
      this.text = text;
      this.inForce = inForce;
    }

    public String text() {
      return text;
    }
  }

  /**
   * What is asked for by the address.
   *
   * @param department code; null or empty for all that the person may see
   * @param state null for those in force
   */
  record Filter(String text, String department, Role role, State state) {

    Filter {
      state = state == null ? State.IN_FORCE : state;
    }

    PersonQuery query(Collection<String> readable) {
      boolean all = department == null || department.isEmpty();
      return new PersonQuery(text, readable.stream().filter(code -> all || code.equals(department)).toList(), role,
          state.inForce);
    }
  }

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(Filter filter, @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page, Model model) {
    Actor actor = actors.current();
    Map<String, String> readable = names(rights.readable(actor));
    boolean keeper = PeopleRights.keeps(actor);
    model.addAttribute("keeper", keeper);
    model.addAttribute("withoutPassword", keeper ? desk.withoutPassword().size() : 0);
    model.addAttribute("filter", filter);
    model.addAttribute("states", State.values());
    model.addAttribute("roles", Role.values());
    model.addAttribute("departments", readable);
    model.addAttribute("found", people.search(filter.query(readable.keySet()), page, PAGE_SIZE));
    return "staff/people";
  }

  @GetMapping(PATH + "/export.xlsx")
  void xlsx(Filter filter, HttpServletResponse response) throws IOException {
    download.xlsx(FILE, response, list(filter));
  }

  @GetMapping(PATH + "/export.csv")
  void csv(Filter filter, HttpServletResponse response) throws IOException {
    download.csv(FILE, response, list(filter));
  }

  /** Under the heads by which a roster is imported. */
  private TableDownload.Rows list(Filter filter) {
    Map<String, String> readable = names(rights.readable(actors.current()));
    PersonQuery query = filter.query(readable.keySet());
    return TableDownload.list(RosterFileReader.HEADS, (page, size) -> people.search(query, page, size),
        person -> Arrays.asList(person.name(), readable.get(person.department()), person.rolesText(),
            person.certificateNo(), person.email(), person.account()));
  }

  @GetMapping(value = PATH + "/new", produces = MediaType.TEXT_HTML_VALUE)
  String empty(Model model) {
    model.addAttribute("departments", names(rights.readable(rights.keeper())));
    model.addAttribute("roles", Role.values());
    return "staff/person-new";
  }

  @GetMapping(value = PATH + "/{account}", produces = MediaType.TEXT_HTML_VALUE)
  String person(@PathVariable String account, Model model) {
    Person person = people.get(account);
    model.addAttribute("departments", names(rights.readable(rights.keeper())));
    model.addAttribute("roles", Role.values());
    model.addAttribute("person", person);
    model.addAttribute("colleagues", people.inForce(person.department()).stream()
        .filter(colleague -> !colleague.account().equals(account)).toList());
    return "staff/person";
  }

  /** The sheet of slips, once; shown again it is empty. */
  @GetMapping(value = SLIPS, produces = MediaType.TEXT_HTML_VALUE)
  String slips(HttpSession session, Model model) {
    rights.keeper();
    model.addAttribute("slips", PasswordSlips.take(session));
    model.addAttribute("signIn", publicUrl + "/camunda/app/tasklist/");
    return "staff/password-slips";
  }

  static Map<String, String> names(List<Department> departments) {
    return departments.stream()
        .collect(Collectors.toMap(Department::code, Department::name, (one, other) -> one, LinkedHashMap::new));
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return FILE;
  }

  @Override
  public String description() {
    return "各部门的工作人员、角色和账号；新增、调动、离岗，导入名册，发给口令";
  }

  @Override
  public StaffSection section() {
    return StaffSection.SETTINGS;
  }

  @Override
  public int position() {
    return 10;
  }

  @Override
  public boolean isFor(Actor actor) {
    return PeopleRights.keeps(actor) || actor.groups().stream().anyMatch(group -> group.endsWith(REVIEWERS));
  }
}
