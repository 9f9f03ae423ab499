package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.FileProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a change of a registry refuses and why (一). */
public abstract sealed class IntakeRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private IntakeRefused(String message) {
    super(message);
  }

  /** A number that no proposal has. */
  public static final class UnknownChange extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    UnknownChange(long id) {
      super("没有编号为 " + RegistryChange.number(id) + " 的名录变更。请从“名录变更”页面的列表中选择。");
    }
  }

  /** A list is changed by those who keep it. */
  public static final class NotYourList extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    NotYourList(String department) {
      super("没有提交：" + department + "的名录由该部门或名录登记人员变更。请选择您所在的部门。");
    }
  }

  /** Whoever approves must know why. */
  public static final class ReasonMissing extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    ReasonMissing() {
      super("没有提交：请写明变更的理由，不超过 500 字，例如“省平台 3 月导出”。");
    }
  }

  /** What is typed on a page is held to the same rules as a row of a file. */
  public static final class FieldsUnfit extends IntakeRefused {
    private static final long serialVersionUID = 1L;
    private final transient List<FileProblem> problems;

    FieldsUnfit(List<FileProblem> problems) {
      super("没有提交，未作任何更改：" + problems.stream().map(p -> "“" + p.column() + "”应为" + p.expected())
          .collect(Collectors.joining("；")) + "。请改正后再提交。");
      this.problems = List.copyOf(problems);
    }

    /** Heads of the columns and what should stand there, for a page that shows it beside each field. */
    @Override
    public Map<String, Object> particulars() {
      return Map.of("fields", problems.stream().collect(Collectors.toMap(
          FileProblem::column, problem -> "应为" + problem.expected() + "。", (one, other) -> one + other)));
    }
  }

  /** A proposal changes something. */
  public static final class NothingToChange extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    NothingToChange() {
      super("没有提交：填写的内容与名录现状一致，没有要变更的。请改动后再提交。");
    }
  }

  /** What is entered as new does not overwrite what is there. */
  public static final class AlreadyListed extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    AlreadyListed(ChangeKind kind, String key) {
      super("没有提交：" + kind.label() + "中已有“" + key + "”。请在它的页面上点“变更”。");
    }
  }

  /** Only what is in the list can be changed on a page. */
  public static final class UnknownEntry extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    UnknownEntry(ChangeKind kind, String key) {
      super(kind.label() + "中没有“" + key + "”，不能在页面上变更。请回到名录重新查找。");
    }
  }

  /** A file that has nothing in it, or too much. */
  public static final class FileUnfit extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    FileUnfit(String why) {
      super("没有提交：" + why);
    }
  }

  /** 谁提出、谁批准 are two people (一单两库动态调整). */
  public static final class ProposerApproves extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    ProposerApproves() {
      super("未批准：变更由您本人提出，须由本部门另一人审核。请转请同事办理。");
    }
  }

  /** Whoever comes second hears how it ended. */
  public static final class NotOpen extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    NotOpen(RegistryChange change) {
      super("名录变更 " + change.number() + " 现为“" + change.status().text() + "”，不能再办理，未作任何更改。请刷新页面查看。");
    }
  }

  /** Only whoever proposed takes back. */
  public static final class NotYours extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    NotYours(RegistryChange change) {
      super("没有撤回：名录变更 " + change.number() + " 由 " + change.proposed().name() + " 提出，只能由本人撤回。");
    }
  }

  /** A folder from which a county cannot be filled. */
  public static final class FolderUnfit extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    FolderUnfit(String why) {
      super("没有导入：" + why);
    }
  }

  /** Once anything is in the registries, every change needs a second person. */
  public static final class CountyNotEmpty extends IntakeRefused {
    private static final long serialVersionUID = 1L;

    CountyNotEmpty() {
      super("没有导入：一单两库或人员名册里已有内容，整县首次装入只用于空的名录。以后的变更请在网页“名录变更”和“人员名册”提交，经另一人批准后生效。");
    }
  }

  /** A county is filled from six good files, or not at all. */
  public static final class CountyFaulty extends IntakeRefused {
    private static final long serialVersionUID = 1L;
    private static final int LISTED = 20;

    private final transient List<FaultyFile> files;

    CountyFaulty(List<FaultyFile> files) {
      super("没有导入，名录没有任何更改。请改正以下问题后重新导入：\n"
          + files.stream().map(file -> file.inWords(LISTED)).collect(Collectors.joining("\n")));
      this.files = List.copyOf(files);
    }

    List<FaultyFile> files() {
      return files;
    }
  }
}
