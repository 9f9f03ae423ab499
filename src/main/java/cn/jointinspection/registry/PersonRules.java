package cn.jointinspection.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an entry of the roster must hold (一). Four eyes are kept by person, so one may both enter and review. */
final class PersonRules {

  static final String NAME = "姓名";
  static final String DEPARTMENT = "部门";
  static final String ROLES = "角色";
  static final String CERTIFICATE = "执法证号";
  static final String EMAIL = "电子邮箱";
  static final String ACCOUNT = "账号";

  static final Pattern CERTIFICATE_NO = Pattern.compile("[0-9A-Za-z-]{5,30}");
  private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9A-Za-z]{2,40}");
  private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,}");
  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_EMAIL = 200;

  private PersonRules() {}

  /**
   * What is wrong with one column.
   *
   * @param expected what should stand there, in Chinese
   */
  record Problem(String column, String expected) {}

  /** Everything that is wrong with the entry by itself; empty if nothing is. */
  static List<Problem> problems(Person person, Department body) {
    List<Problem> problems = new ArrayList<>();
    if (person.name() == null || person.name().isBlank() || person.name().length() > LONGEST_NAME) {
      problems.add(new Problem(NAME, "不超过 " + LONGEST_NAME + " 字的姓名"));
    }
    if (person.account() == null || !ACCOUNT_ID.matcher(person.account()).matches()) {
      problems.add(new Problem(ACCOUNT, "2 至 40 位字母或数字"));
    }
    roles(person, body, problems);
    if (person.certificateNo() == null ? person.is(Role.INSPECTOR)
        : !CERTIFICATE_NO.matcher(person.certificateNo()).matches()) {
      problems.add(new Problem(CERTIFICATE, "5 至 30 位数字或字母；检查人员必须有执法证号"));
    }
    if (person.email() != null
        && (person.email().length() > LONGEST_EMAIL || !EMAIL_ADDRESS.matcher(person.email()).matches())) {
      problems.add(new Problem(EMAIL, "一个电子邮箱地址，例如 name@example.cn；没有的留空"));
    }
    return problems;
  }

  private static void roles(Person person, Department body, List<Problem> problems) {
    if (person.roles().isEmpty()) {
      problems.add(new Problem(ROLES, "至少一个角色：经办、审核、登记员、检查人员、办公室、纪检"));
    }
    String foreign = person.roles().stream().filter(role -> !role.isOf(body.kind())).map(Role::text)
        .collect(Collectors.joining("、"));
    if (!foreign.isEmpty()) {
      problems.add(new Problem(ROLES, body.name() + "的人员可以有的角色（" + foreign + "不属于" + body.name()
          + "：办公室只在领导小组办公室，纪检只在纪检监察，经办、审核、检查人员只在参加抽查的部门）"));
    }
  }
}
