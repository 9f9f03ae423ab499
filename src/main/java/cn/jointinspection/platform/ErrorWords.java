package cn.jointinspection.platform;

import java.util.Map;

/**
 * What an answer that failed says.
 *
 * @param detail for whoever calls an interface: what is wrong and what to do next
 */
record ErrorWords(String title, String detail) {

  private static final Map<Integer, ErrorWords> WORDS = Map.of(
      400, new ErrorWords("请求有误", "请求中的参数缺失或不正确。请对照接口说明修改后重试。"),
      404, new ErrorWords("未找到", "没有这个地址，或没有这条记录。请核对地址和编号。"),
      405, new ErrorWords("不支持这种请求方法", "该地址不支持这种请求方法。请对照接口说明修改后重试。"),
      406, new ErrorWords("不提供所要求的格式", "该地址不提供所要求的格式。请改用 application/json。"),
      413, new ErrorWords("内容过大", "提交的内容超过允许的大小。请压缩或拆分后重试。"),
      415, new ErrorWords("不支持所提交的格式", "该地址不接受这种格式。请对照接口说明修改后重试。"));
  private static final ErrorWords OTHER =
      new ErrorWords("系统暂时无法处理", "系统暂时无法处理。请稍后重试；仍不成功的，请联系系统管理员。");

  static ErrorWords of(int status) {
    return WORDS.getOrDefault(status, OTHER);
  }
}
