package cn.jointinspection.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.dailyround.DailyRoundProcess;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("待办清单：各角色各有其清单，最紧急的在前")
class FilterSetupTest extends Journey {

  @Autowired private FilterSetup setup;
  @Autowired private FilterService filters;
  @Autowired private AuthorizationService authorizations;

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
  }

  private List<String> readableAs(String user, String... groups) {
    signIn(user, groups);
    List<String> names = filters.createFilterQuery().list().stream().map(Filter::getName).sorted().toList();
    identity.clearAuthentication();
    return names;
  }

  /** Everybody who works here is staff. */
  private void signIn(String user, String... groups) {
    as(user, groups);
    identity.setAuthentication(user, Stream.concat(Stream.of(Groups.STAFF), Stream.of(groups)).toList());
  }

  /** What the list shows to the person, in its order. */
  private List<Task> shown(String filter, String user, String... groups) {
    String id = id(filter);
    signIn(user, groups);
    List<Task> tasks = filters.list(id);
    assertThat(filters.count(id)).isEqualTo(tasks.size());
    identity.clearAuthentication();
    return tasks;
  }

  private String id(String name) {
    identity.clearAuthentication();
    return filters.createFilterQuery().filterName(name).singleResult().getId();
  }

  @Test
  @DisplayName("全县超期只给办公室和纪检监察，待审核只给审核组，其余给全体工作人员")
  void whoReadsWhich() {
    assertThat(readableAs("gajStaff1", "gaj")).containsExactlyInAnyOrder("我的待办", "本部门待办", "今日到期", "已超期");
    assertThat(readableAs("gajReviewer1", "gajReview"))
        .containsExactlyInAnyOrder("我的待办", "本部门待办", "待审核", "今日到期", "已超期");
    assertThat(readableAs("bgsStaff1", "bgs"))
        .containsExactlyInAnyOrder("我的待办", "本部门待办", "今日到期", "已超期", "全县超期");
    assertThat(readableAs("jjjcStaff1", "jjjc"))
        .containsExactlyInAnyOrder("我的待办", "本部门待办", "今日到期", "已超期", "全县超期");
  }

  @Test
  @DisplayName("今日到期只在当日，其后在已超期；全县超期是各部门的，办公室和纪检监察看得全")
  void dueAndOverdue() {
    launched("dice");
    at(LocalDateTime.of(2024, 3, 26, 23, 59));
    assertThat(shown("今日到期", "xfdStaff1", "xfd")).isEmpty();
    for (LocalDateTime time : List.of(LocalDateTime.of(2024, 3, 27, 0, 0), LocalDateTime.of(2024, 3, 27, 23, 0))) {
      at(time);
      assertThat(shown("今日到期", "xfdStaff1", "xfd")).hasSize(1);
      assertThat(shown("已超期", "xfdStaff1", "xfd")).isEmpty();
      assertThat(shown("全县超期", "bgsStaff1", "bgs")).isEmpty();
    }
    at(LocalDateTime.of(2024, 3, 28, 0, 0));
    assertThat(shown("今日到期", "xfdStaff1", "xfd")).isEmpty();
    assertThat(shown("已超期", "xfdStaff1", "xfd")).hasSize(1);
    assertThat(shown("已超期", "bgsStaff1", "bgs")).isEmpty();
    assertThat(shown("全县超期", "bgsStaff1", "bgs")).hasSize(3);
    assertThat(shown("全县超期", "jjjcStaff1", "jjjc")).hasSize(3);
  }

  @Test
  @DisplayName("优先级高的在前，同级的期限早的在前")
  void mostUrgentFirst() {
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlanOfTwo());
    complete(task("userTask_examinePlan"), Map.of("approve", true));
    runAsyncSteps();
    identity.clearAuthentication();
    executeJobs(JointInspectionProcess.EVENT_WINDOW_OPENED);
    at(LocalDateTime.of(2024, 8, 20, 6, 0));
    executeJobs(DailyRoundProcess.EVENT_MORNING_CAME);
    runAsyncSteps();

    List<Task> mine = shown("本部门待办", "zbStaff1", "gaj", "scjgj");
    assertThat(mine).extracting(Task::getPriority).containsExactly(90, 50);
    assertThat(mine.get(0).getName()).contains("旅馆价格");
    assertThat(mine.get(0).getDueDate()).isBefore(mine.get(1).getDueDate());
  }

  @Test
  @DisplayName("待审核是审核组的，不含本人其他部门的待办")
  void reviewersOnly() {
    launched("dice");
    Task cosign = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "xfd");
    tasks.addCandidateGroup(cosign.getId(), "gajReview");

    assertThat(shown("待审核", "zbReviewer1", "scjgj", "gajReview")).extracting(Task::getId)
        .containsExactly(cosign.getId());
    assertThat(shown("待审核", "xfReviewer1", "xfd", "xfdReview")).isEmpty();
  }

  @Test
  @DisplayName("旧版本的清单改成现在的查询和读者，别人建的清单不动；再次启动什么也不写")
  void upgrades() {
    Filter old = filters.createFilterQuery().filterName("我的待办").singleResult();
    old.setQuery(tasks.createTaskQuery().taskAssignee("nobody").orderByDueDate().asc());
    filters.saveFilter(old);
    Filter others = filters.saveFilter(filters.newTaskFilter("别人的").setQuery(tasks.createTaskQuery().taskOwner("x")));
    grantToEverybody(id("全县超期"));

    setup.ensure();

    launched("dice");
    claim();
    assertThat(shown("我的待办", "xfdStaff1", "xfd")).hasSize(1);
    assertThat(readableAs("gajStaff1", "gaj")).doesNotContain("全县超期");
    assertThat(((TaskQueryImpl) filters.getFilter(others.getId()).getQuery()).getOwner())
        .isEqualTo("x");
    String versions = "select string_agg(id_ || rev_ || name_, ',' order by id_) from act_ru_filter";
    String before = one(versions);
    setup.ensure();
    assertThat(one(versions)).isEqualTo(before);
    filters.deleteFilter(others.getId());
  }

  private void grantToEverybody(String filterId) {
    var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId("staff");
    grant.setResource(Resources.FILTER);
    grant.setResourceId(filterId);
    grant.addPermission(Permissions.READ);
    authorizations.saveAuthorization(grant);
  }

  private void claim() {
    Task cosign = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "xfd");
    signIn("xfdStaff1", "xfd");
    tasks.claim(cosign.getId(), "xfdStaff1");
    identity.clearAuthentication();
  }
}
