package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.intake.IntakeRefused.FolderUnfit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The six files of a county, wherever they lie. */
public final class CountyFolder {

  private static final List<String> ENDINGS = List.of(".xlsx", ".xls", ".csv");
  private static final String SAMPLE = "sample/county/";

  private final Map<CountyList, CountyFile> files;

  private CountyFolder(Map<CountyList, CountyFile> files) {
    this.files = files;
  }

  /** Opens a file, as often as it is asked to. */
  interface Opener {
    InputStream open() throws IOException;
  }

  record CountyFile(String name, Opener content) {}

  /**
   * A folder with a file for each list: {@code objects.csv}, or by its Chinese name, {@code 检查对象名录.xlsx}.
   *
   * @throws FolderUnfit if it is none, a file is missing, or two are the same list
   */
  public static CountyFolder at(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new FolderUnfit("没有文件夹“" + folder + "”。请核对路径。");
    }
    List<Path> there = filesOf(folder);
    Map<CountyList, CountyFile> files = new EnumMap<>(CountyList.class);
    CountyList.all().forEach(list -> files.put(list, only(list, folder, there)));
    return new CountyFolder(files);
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> there = Files.list(folder)) {
      return there.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CountyFile only(CountyList list, Path folder, List<Path> there) {
    List<String> names = list.stems().stream().flatMap(stem -> ENDINGS.stream().map(ending -> stem + ending)).toList();
    List<Path> found = there.stream().filter(path -> names.contains(path.getFileName().toString())).toList();
    if (found.isEmpty()) {
      throw new FolderUnfit("文件夹“" + folder + "”里没有" + list.label() + "。请放入 " + list.stems().stream()
          .map(stem -> stem + ".xlsx").collect(Collectors.joining(" 或 ")) + "（也可以是 .xls、.csv）；没有内容的，只留表头。");
    }
    if (found.size() > 1) {
      throw new FolderUnfit("文件夹“" + folder + "”里有几份" + list.label() + "："
          + found.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining("、")) + "。请只留一份。");
    }
    Path path = found.get(0);
    return new CountyFile(path.getFileName().toString(), () -> Files.newInputStream(path));
  }

  /** The invented county of a rehearsal; every name in it says 示例. */
  public static CountyFolder sample() {
    return new CountyFolder(CountyList.all().collect(Collectors.toMap(list -> list, list -> {
      String name = list.stems().get(0) + ".csv";
      return new CountyFile(name, new ClassPathResource(SAMPLE + name)::getInputStream);
    })));
  }

  CountyFile file(CountyList list) {
    return files.get(list);
  }
}
