package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.intake.CountyFolder.CountyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that cannot be used, and why.
 *
 * @param heads by one of which the first row of its table is known
 */
record FaultyFile(CountyFile file, List<String> heads, List<FileProblem> problems) {

  private static final int NO_ROW = 0;

  FaultyFile {
    problems = List.copyOf(problems);
  }

  /** What is wrong with a file as a whole. */
  static List<FileProblem> whole(String why) {
    return List.of(new FileProblem(NO_ROW, "", "", why));
  }

  /** Whether it can be said beside the rows what is wrong. */
  boolean hasRows() {
    return problems.stream().anyMatch(problem -> problem.row() != NO_ROW);
  }

  String inWords(int most) {
    String listed = problems.stream().limit(most)
        .map(problem -> file.name() + "：" + (problem.row() == NO_ROW ? problem.expected() : problem.toString()))
        .collect(Collectors.joining("\n"));
    return problems.size() <= most ? listed : listed + "\n" + file.name() + "：还有 " + (problems.size() - most) + " 处。";
  }

  /** Writes the file with what is wrong beside its rows, as a workbook. */
  void mark(OutputStream to) throws IOException {
    try (InputStream in = file.content().open(); SheetFile sheet = SheetFile.open(in.readAllBytes(), file.name())) {
      MarkedCopy.write(sheet, heads, problems, to);
    }
  }
}
