package cn.jointinspection.draw.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A draw of as many candidates as wanted, in four strata, 3 % of them drawn. */
final class LargeDraw {

  private static final List<String> STRATA = List.of("A", "B", "C", "D");
  private static final int INSPECTORS = 60;

  private LargeDraw() {}

  static DrawInputs inputs() {
    return new DrawInputs(SmallDraw.FIRST, SmallDraw.nonces(3), "3141592653", List.of());
  }

  static void write(Path folder, int candidates) throws IOException {
    DrawParams params = new DrawParams("140826-2024-098-1", "很多候选", "exact", 300, null,
        List.of(new DrawParams.Stratum("A", 1), new DrawParams.Stratum("B", 2), new DrawParams.Stratum("C", 5),
            new DrawParams.Stratum("D", 10)),
        List.of("gaj", "scjgj"),
        List.of(new DrawParams.Team("gaj", 2, Map.of("消防", 1)), new DrawParams.Team("scjgj", 2, Map.of())),
        1, "dice", "十枚十面骰");
    Files.write(folder.resolve(DrawFiles.PARAMS), params.toBytes());
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(DrawFiles.CANDIDATES))) {
      for (int i = 0; i < candidates; i++) {
        // Every class has its share, the higher the smaller; one in 64 ids is not plain ASCII.
        String stratum = STRATA.get(Math.min(3, Integer.numberOfTrailingZeros(i + 1) / 2));
        String kind = i < candidates / 64 * 63 ? "91140826MA" : "单位";
        out.write("{\"id\":\"%s%08d\",\"stratum\":\"%s\"}\n".formatted(kind, i, stratum));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(DrawFiles.INSPECTORS))) {
      for (String department : List.of("gaj", "scjgj")) {
        for (int i = 0; i < INSPECTORS; i++) {
          String labels = i % 5 == 0 ? "\"消防\"" : "";
          out.write("{\"id\":\"%s-%03d\",\"department\":\"%s\",\"labels\":[%s],\"load\":%d}\n"
              .formatted(department, i, department, labels, i % 3));
        }
      }
    }
    Files.createFile(folder.resolve(DrawFiles.EXCLUDED));
    Files.createFile(folder.resolve(DrawFiles.RECUSALS));
  }
}
