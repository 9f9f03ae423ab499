package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("写给办公软件的表格：像公式的不会执行，读回来和原来一样")
class TableWriterTest {

  private static final int ROWS = 1_234;

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r\n=1", "＝1", "＋1", "－1", "＠A", "|calc",
      "\u0000=1", "\t示例", "\r示例"})
  @DisplayName("像公式的单元格前加撇号，办公软件不会执行")
  void disarmsFormulas(String dangerous) {
    assertThat(HarmlessText.of(dangerous)).isEqualTo("'" + dangerous);
  }

  @ParameterizedTest
  @ValueSource(strings = {"示例公司", "91140826EX0000001X", "2024-05-06", "a=b", "", "示例（=）", "'示例'", "示例\t"})
  @DisplayName("普通单元格原样写出")
  void leavesOthersAsTheyAre(String harmless) {
    assertThat(HarmlessText.of(harmless)).isEqualTo(harmless);
    assertThat(HarmlessText.of(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "csv"})
  @DisplayName("写出的表格读回来，一格不差")
  void isReadAsItWas(String kind) throws IOException {
    List<List<String>> written = new ArrayList<>();
    var out = new ByteArrayOutputStream();
    try (TableWriter table = kind.equals("csv") ? TableWriter.csv(out) : TableWriter.xlsx(out, "示例")) {
      table.row(List.of("名称", "电话", "备注"));
      for (int i = 0; i < ROWS; i++) {
        List<String> row = Arrays.asList("示例“" + i + "”,\n<&>", i % 2 == 0 ? "+86 355-" + i : "=1+" + i, null);
        table.row(row);
        written.add(List.of(row.get(0), row.get(1), ""));
      }
    }

    List<List<String>> read = new ArrayList<>();
    try (SheetFile file = SheetFile.open(out.toByteArray(), "示例." + kind)) {
      for (TableRow row : file.table(List.of("名称", "电话", "备注"))) {
        read.add(List.of(row.text("名称"), row.text("电话"), row.text("备注")));
      }
    }
    assertThat(read).isEqualTo(written);
    if (kind.equals("csv")) {
      assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFF名称,电话,备注").contains("'=1+1", "'+86 355-0");
    }
  }
}
