package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.registry.RegistryRefused.UnknownScope;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("抽查对象范围")
@RegistryTest
class ScopesTest {

  @Autowired Scopes scopes;

  @Test
  @DisplayName("同名的范围只有一个，首尾空格不计")
  void findsOrCreates() {
    int id = scopes.idOf("本辖区各类旅馆");

    assertThat(scopes.idOf(" 本辖区各类旅馆　")).isEqualTo(id);
    assertThat(scopes.idOf("本辖区滑雪场")).isNotEqualTo(id);
    assertThat(scopes.nameOf(id)).isEqualTo("本辖区各类旅馆");
    assertThat(scopes.find("本辖区电影院")).isEmpty();
  }

  @Test
  @DisplayName("多人同时新建同一范围，得到的是同一个")
  void createsOnceWhenAskedAtOnce() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> asking =
          Stream.generate(() -> (Callable<Integer>) () -> scopes.idOf("本辖区滑雪场")).limit(16).toList();
      List<Integer> ids = people.invokeAll(asking).stream().map(ScopesTest::result).distinct().toList();

      assertThat(ids).hasSize(1);
    } finally {
      people.shutdown();
    }
  }

  @Test
  @DisplayName("没有的编号说明应从计划中选择")
  void refusesUnknownId() {
    assertThatThrownBy(() -> scopes.nameOf(-1)).isInstanceOf(UnknownScope.class).hasMessageContaining("-1");
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
