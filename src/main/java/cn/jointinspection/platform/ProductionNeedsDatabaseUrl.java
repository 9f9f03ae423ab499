package cn.jointinspection.platform;

/** Production keeps its data in a PostgreSQL server of its own, never in the embedded one. */
final class ProductionNeedsDatabaseUrl extends StartRefused {

  private static final long serialVersionUID = 1L;

  ProductionNeedsDatabaseUrl() {
    super(
        "正式运行（production）没有给出数据库地址：环境变量 SPRING_DATASOURCE_URL 为空。",
        "请设置 SPRING_DATASOURCE_URL=jdbc:postgresql://主机:5432/库名、SPRING_DATASOURCE_USERNAME 和"
            + " SPRING_DATASOURCE_PASSWORD 后再启动；只想演练，请去掉 SPRING_PROFILES_ACTIVE。",
        null);
  }
}
