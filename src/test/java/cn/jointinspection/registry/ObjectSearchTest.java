package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.HOTELS;
import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("查检查对象：名称、代码、地址的任意写法")
@RegistryTest
class ObjectSearchTest {

  private static final String SCHOOLS = "本辖区中小学";
  private static final String CODE = "91140826EX0000001X";

  @Autowired InspectionObjects objects;
  @Autowired ObjectSearch search;
  @Autowired Scopes scopes;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void county() {
    objects.put(List.of(
        object("140826:1", "绛县示例宾馆777", null, "1", "古绛镇示例街１２号", RiskClass.A, ObjectStatus.IN_FORCE, HOTELS),
        object(CODE, "示例大酒店大酒（Grand Hotel）", CODE, null, "古绛镇示例路3号", RiskClass.D, ObjectStatus.IN_FORCE, HOTELS),
        object("140826:XX-1", "绛县示例小学", null, "XX-1", "横水镇学府街", null, ObjectStatus.IN_FORCE, SCHOOLS),
        object("140826:民〔2020〕1号", "100%示例_幼儿园", null, "民〔2020〕1号", "", RiskClass.B, ObjectStatus.REVOKED, SCHOOLS)),
        REGISTRAR);
  }

  @ParameterizedTest(name = "“{0}”找到 {1}")
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "- | 1 XX-1 民 C", "宾馆 | 1", "示例 | 1 XX-1 民 C", "宾馆777 | 1",
      "７７７ | 1", "77 | 1", "grand | C", "ＧＲＡＮＤ | C", "hotel） | C",
      "示例 宾馆 | 1", "'  宾馆  ' | 1", "大酒店 | C", "店大酒店 | -", "馆宾 | -", "宾馆学 | -", "宾馆小学 | -",
      "91140826ex | C", "９１１４０８２６ＥＸ | C", "0000001X | -", "XX-1 | XX-1", "xx-1 | -", "民〔2020 | 民", "140826 | -",
      "100% | 民", "%% | -", "例_幼 | 民", "示_小 | -", "__ | -", "\\\\ | -", "没有这家 | -"})
  void byText(String typed, String expected) {
    assertThat(numbers(new ObjectQuery(typed, null, null, null, null))).isEqualTo(expected(expected));
  }

  @ParameterizedTest(name = "地址“{0}”找到 {1}")
  @CsvSource(delimiter = '|', nullValues = "-", value = {"古绛镇 | 1 C", "12号 | 1", "学府 | XX-1", "镇% | -", "宾馆 | -"})
  void byAddress(String typed, String expected) {
    assertThat(numbers(new ObjectQuery(null, typed, null, null, null))).isEqualTo(expected(expected));
  }

  @Test
  @DisplayName("一个字太短，不查；占两个字符的生僻字也只算一个字")
  void oneCharacterIsTooShort() {
    for (String typed : List.of("示", "1", " 9 ", "𠮷")) {
      ObjectQuery query = new ObjectQuery(typed, null, null, null, null);
      assertThat(query.tooShort()).as(typed).isTrue();
      assertThat(numbers(query)).isEmpty();
      assertThat(search.walk(query, 0, 10)).isEmpty();
    }
    assertThat(new ObjectQuery("示例", "镇", null, null, null).tooShort()).isTrue();
    assertThat(new ObjectQuery("示例", " ", null, null, null).tooShort()).isFalse();
  }

  @Test
  @DisplayName("几个条件同时满足才算；范围可以是几个之一，一个也没有就找不到")
  void conditionsAreJoined() {
    int hotels = scopes.idOf(HOTELS);
    int schools = scopes.idOf(SCHOOLS);

    assertThat(numbers(new ObjectQuery(null, null, ObjectQuery.Risk.D, null, null))).containsExactly("C");
    assertThat(numbers(new ObjectQuery(null, null, ObjectQuery.Risk.UNRATED, null, null))).containsExactly("XX-1");
    assertThat(numbers(new ObjectQuery(null, null, null, ObjectStatus.REVOKED, null))).containsExactly("民");
    assertThat(numbers(new ObjectQuery(null, null, null, null, List.of(schools)))).containsExactly("XX-1", "民");
    assertThat(numbers(new ObjectQuery(null, null, null, null, List.of(schools, hotels, hotels)))).hasSize(4);
    assertThat(numbers(new ObjectQuery("示例", null, null, ObjectStatus.IN_FORCE, List.of(schools))))
        .containsExactly("XX-1");
    assertThat(numbers(new ObjectQuery("示例", "古绛", ObjectQuery.Risk.A, ObjectStatus.IN_FORCE, List.of(hotels))))
        .containsExactly("1");
    assertThat(numbers(new ObjectQuery("示例", "古绛", ObjectQuery.Risk.B, null, null))).isEmpty();
    assertThat(numbers(new ObjectQuery(null, null, null, null, List.of()))).isEmpty();
    assertThat(numbers(new ObjectQuery("示例", null, null, null, List.of()))).isEmpty();
  }

  @Test
  @DisplayName("一户在几个范围内只列一次；翻页不漏不重；改了名称立即查得到新的、查不到旧的")
  void pages() {
    List<ObjectDraft> many = new ArrayList<>();
    IntStream.range(0, 45).forEach(i -> many.add(object("140826:K" + i, "翻页示例" + i + "店", null, "K" + i, "示例路", null,
        ObjectStatus.IN_FORCE, HOTELS, SCHOOLS)));
    objects.put(many, REGISTRAR);
    ObjectQuery query = new ObjectQuery("翻页示例", null, null, null, List.of(scopes.idOf(HOTELS), scopes.idOf(SCHOOLS)));

    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      Found<InspectionObject> found = search.find(query, page, 20);
      assertThat(found.page().total()).isEqualTo(45);
      assertThat(found.more()).isFalse();
      found.page().items().forEach(object -> seen.add(object.name()));
    }
    assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    assertThat(search.find(query, 4, 20).page().items()).isEmpty();
    assertThat(search.find(query, 1_000_000, 50).page().items()).isEmpty();
    assertThat(search.find(new ObjectQuery(null, null, null, null, query.scopes()), 1, 20).page().total())
        .isEqualTo(49);

    InspectionObject one = objects.find("140826:K7").orElseThrow();
    objects.put(List.of(object("140826:K7", "改名示例", null, "K7", "示例路", null, ObjectStatus.IN_FORCE)), REGISTRAR);
    assertThat(search.find(new ObjectQuery("改名", null, null, null, null), 1, 20).page().items())
        .extracting(InspectionObject::id).containsExactly(one.id());
    assertThat(search.find(query, 1, 20).page().total()).isEqualTo(44);
  }

  @Test
  @DisplayName("超过一千户只数到一千，说明还有；逐段走完的一户不漏")
  void countsNoFurther() {
    jdbc.sql("""
        insert into inspection_object (object_no, name, category, updated_at)
        select '140826:M' || g, '很多示例' || g, '示例', now() from generate_series(1, 1001) g""").update();
    ObjectQuery query = new ObjectQuery("很多示例", null, null, null, null);

    assertThat(search.find(query, 20, 50)).satisfies(found -> {
      assertThat(found.more()).isTrue();
      assertThat(found.page().total()).isEqualTo(ObjectSearch.MOST);
      assertThat(found.page().items()).hasSize(50);
      assertThat(found.page().last()).isTrue();
    });
    jdbc.sql("delete from inspection_object where name = '很多示例1001'").update();
    assertThat(search.find(query, 1, 50).more()).isFalse();

    assertThat(search.findsMoreThan(999, query)).isTrue();
    assertThat(search.findsMoreThan(1_000, query)).isFalse();
    long last = 0;
    List<Long> walked = new ArrayList<>();
    for (var piece = search.walk(query, last, 300); !piece.isEmpty(); piece = search.walk(query, last, 300)) {
      piece.forEach(row -> walked.add(row.object().id()));
      last = walked.get(walked.size() - 1);
    }
    assertThat(walked).hasSize(1_000).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("按名称查，走的是索引")
  void goesThroughTheIndex() {
    jdbc.sql("""
        insert into inspection_object (object_no, name, category, updated_at)
        select '140826:N' || g, '示例' || md5(g::text), '示例', now() from generate_series(1, 5000) g""").update();
    jdbc.sql("analyze inspection_object").update();

    assertThat(String.join("\n", jdbc.sql("""
            explain select id from inspection_object
            where text_pieces(name) @> text_pieces('宾馆777') and strpos(folded(name), folded('宾馆777')) > 0""")
        .query(String.class).list())).contains("inspection_object_name_pieces");
  }

  private List<String> numbers(ObjectQuery query) {
    return search.find(query, 1, 50).page().items().stream()
        .map(found -> found.objectNo().equals(CODE) ? "C" : found.registrationNo().replaceAll("民.*", "民")).toList();
  }

  private static List<String> expected(String list) {
    return list == null ? List.of() : List.of(list.split(" "));
  }

  private static ObjectDraft object(String no, String name, String code, String number, String address, RiskClass risk,
      ObjectStatus status, String... scopes) {
    return new ObjectDraft(no, name, code, number, "企业", address, null, risk, status, Set.of(scopes));
  }
}
