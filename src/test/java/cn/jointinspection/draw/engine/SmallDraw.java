package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A draw in memory to be varied by tests: candidates 企业-000..., two departments that contribute, inspectors of one. */
final class SmallDraw {

  static final String FIRST = "0".repeat(64);

  int candidates = 40;
  int inspectors = 8;
  int teamSize = 2;
  int slack = 1;
  int basisPoints = 2_000;
  Map<String, Integer> labels = Map.of();
  String publicKind = "dice";

  DrawFiles files() {
    DrawParams params = new DrawParams("140826-2024-099-1", "示例", "exact", basisPoints, null,
        List.of(new DrawParams.Stratum("ALL", 1)), List.of("gaj", "scjgj"),
        List.of(new DrawParams.Team("gaj", teamSize, labels)), slack, publicKind, "两枚十面骰");
    Map<String, byte[]> files = new HashMap<>();
    files.put(DrawFiles.PARAMS, params.toBytes());
    files.put(DrawFiles.CANDIDATES, lines(candidates, "{\"id\":\"企业-%03d\",\"stratum\":\"ALL\"}\n"));
    files.put(DrawFiles.EXCLUDED, new byte[0]);
    files.put(DrawFiles.INSPECTORS,
        lines(inspectors, "{\"id\":\"gaj-%03d\",\"department\":\"gaj\",\"labels\":[],\"load\":0}\n"));
    files.put(DrawFiles.RECUSALS, new byte[0]);
    return DrawFiles.of(files);
  }

  Drawing drawing() {
    return new Drawing(files(), FIRST);
  }

  /** The number decides both departments' nonces and so the seed. */
  Transcript draw(int number) {
    return drawing().draw(nonces(number), "42");
  }

  static Map<String, String> nonces(int number) {
    return Map.of("gaj", nonce("gaj " + number), "scjgj", nonce("scjgj " + number));
  }

  static String nonce(String of) {
    return Hash.of("test", of);
  }

  private static byte[] lines(int number, String format) {
    return IntStream.range(0, number).mapToObj(format::formatted).collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
