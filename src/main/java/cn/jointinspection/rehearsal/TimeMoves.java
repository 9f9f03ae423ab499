package cn.jointinspection.rehearsal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table of the moves of a rehearsal's clock. Times are local, Asia/Shanghai, as the database session's zone is. */
@Repository
@Profile("rehearsal")
class TimeMoves {

  /**
   * One kind of timer that fell due at one moment.
   *
   * @param process name of the model
   * @param event name of the timer, or of the step it stands at
   * @param subject business key; null where the process has none
   * @param times how many of them
   */
  record FellDue(LocalDateTime dueAt, String process, String event, String subject, int times) {}

  /** @param arrivedAt null while under way, and for good where it stopped on the way */
  record Move(long id, String movedBy, LocalDateTime movedFrom, LocalDateTime movedTo, LocalDateTime arrivedAt) {}

  private final JdbcClient jdbc;

  TimeMoves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long begin(String userId, LocalDateTime from, LocalDateTime to) {
    return jdbc.sql("insert into rehearsal_move (moved_by, moved_from, moved_to) values (?, ?, ?) returning id")
        .param(userId).param(from).param(to)
        .query(Long.class).single();
  }

  /** Forgets a move that nobody set out on. */
  void withdraw(long moveId) {
    jdbc.sql("delete from rehearsal_move where id = ?").param(moveId).update();
  }

  void add(long moveId, List<FellDue> due) {
    due.forEach(d -> jdbc.sql("""
            insert into rehearsal_fell_due (move_id, due_at, process, event, subject, times) values (?, ?, ?, ?, ?, ?)""")
        .param(moveId).param(d.dueAt()).param(d.process()).param(d.event()).param(d.subject())
        .param(d.times()).update());
  }

  void arrive(long moveId, LocalDateTime at) {
    jdbc.sql("update rehearsal_move set arrived_at = ? where id = ?")
        .param(at).param(moveId).update();
  }

  Optional<Move> last() {
    return jdbc.sql("""
            select id, moved_by, moved_from::timestamp, moved_to::timestamp, arrived_at::timestamp
            from rehearsal_move order by id desc limit 1""")
        .query(Move.class).optional();
  }

  /** What fell due on a move, by date; at most this many rows. */
  List<FellDue> fellDue(long moveId, int limit) {
    return jdbc.sql("""
            select due_at::timestamp, process, event, subject, times from rehearsal_fell_due
            where move_id = ? order by due_at, process, event, subject limit ?""")
        .param(moveId).param(limit).query(FellDue.class).list();
  }

  long countFellDue(long moveId) {
    return jdbc.sql("select coalesce(sum(times), 0) from rehearsal_fell_due where move_id = ?")
        .param(moveId).query(Long.class).single();
  }
}
