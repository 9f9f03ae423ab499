package cn.jointinspection.draw.cli;

import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.DrawInputs;
import cn.jointinspection.draw.engine.Malformed;
import cn.jointinspection.draw.engine.Stage;
import cn.jointinspection.draw.engine.StageFailed;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.draw.engine.Verifier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code verify FOLDER} and {@code draw FOLDER INPUTS.json [--force]} (draw-spec 9); UTF-8 in any locale. */
public final class DrawCommands {

  /** The draw holds, or was written. */
  public static final int HOLDS = 0;
  /** A stage does not hold; its name was printed. */
  public static final int STAGE_FAILED = 1;
  /** Input is missing or malformed, or the command line is wrong. */
  public static final int MALFORMED = 2;

  private static final Set<String> COMMANDS = Set.of("verify", "draw");
  private static final String FORCE = "--force";

  private final PrintStream out;

  private DrawCommands(PrintStream out) {
    this.out = out;
  }

  /** Whether the command line is one of these commands. */
  public static boolean handles(String[] args) {
    return args.length > 0 && COMMANDS.contains(args[0]);
  }

  /** @return the exit code */
  public static int run(String[] args, OutputStream out) {
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new DrawCommands(printed).run(args[0], new ArrayList<>(List.of(args).subList(1, args.length)));
  }

  private int run(String command, List<String> arguments) {
    boolean force = command.equals("draw") && arguments.remove(FORCE);
    try {
      if (command.equals("verify") && arguments.size() == 1) {
        return verify(Path.of(arguments.get(0)));
      }
      if (command.equals("draw") && arguments.size() == 2) {
        return draw(Path.of(arguments.get(0)), Path.of(arguments.get(1)), force);
      }
    } catch (StageFailed e) {
      out.println("✗ " + e.stage().text() + " " + e.stage().title());
      out.println("  应为 " + e.expected());
      out.println("  实为 " + e.found());
      return STAGE_FAILED;
    } catch (Malformed e) {
      out.println("输入缺失或格式有误：" + e.getMessage());
      return MALFORMED;
    } catch (InvalidPathException e) {
      out.println("路径中有本机环境不能表示的字符。请换用只含字母和数字的路径，或设置 UTF-8 的语言环境（LC_ALL=C.UTF-8）。");
      return MALFORMED;
    }
    out.println("用法：verify 文件夹");
    out.println("      draw 文件夹 输入.json [" + FORCE + "]");
    return MALFORMED;
  }

  private int verify(Path folder) {
    Verifier.verify(DrawFiles.in(folder), DrawFiles.read(folder.resolve(DrawFiles.TRANSCRIPT)), this::holds);
    out.println("核验通过：抽取记录与五个文件、各部门随机数和公开随机值完全相符。");
    return HOLDS;
  }

  private void holds(Stage stage) {
    out.println("✓ " + stage.text() + " " + stage.title());
  }

  private int draw(Path folder, Path inputs, boolean force) {
    Path target = folder.resolve(DrawFiles.TRANSCRIPT);
    if (Files.exists(target) && !force) {
      out.println(target + " 已存在，未改动。要覆盖它请加 " + FORCE + "。");
      return MALFORMED;
    }
    DrawInputs given = DrawInputs.parse(String.valueOf(inputs.getFileName()), DrawFiles.read(inputs));
    Transcript transcript = given.draw(DrawFiles.in(folder));
    try {
      write(target, transcript.toBytes());
    } catch (IOException e) {
      out.println("无法写入 " + target + "：" + e.getMessage());
      return MALFORMED;
    }
    out.println("已写入 " + target + "：抽中 " + transcript.selected().size() + " 个对象，人员缺口 "
        + transcript.shortfalls().size() + " 个，事件 " + transcript.events().size() + " 个。");
    return HOLDS;
  }

  /** A reader never sees half a transcript. */
  private static void write(Path target, byte[] bytes) throws IOException {
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    Files.write(partial, bytes);
    Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
