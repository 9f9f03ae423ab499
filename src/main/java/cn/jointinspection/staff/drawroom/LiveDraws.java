package cn.jointinspection.staff.drawroom;

import cn.jointinspection.draw.Contribution;
import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.ValueDispute;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads how far a draw has come. */
@Component
class LiveDraws {

  private final Draws draws;
  private final DrawRecords records;
  private final DrawRoom room;

  LiveDraws(Draws draws, DrawRecords records, DrawRoom room) {
    this.draws = draws;
    this.records = records;
    this.room = room;
  }

  LiveDraw of(Draw draw) {
    boolean closed = isClosed(draw);
    List<LiveDraw.Nonce> nonces = draws.contributions(draw.id()).stream().map(c -> nonce(c, closed)).toList();
    return new LiveDraw(draw.number(), draw.status().name(), draw.status().label(), room.local(draw.frozenAt()),
        draw.freeze(), draw.candidateCount(), counts(draw.candidatesByStratum(), DrawWords::stratum),
        draw.exclusionsByReason().values().stream().mapToInt(Integer::intValue).sum(),
        counts(draw.exclusionsByReason(), DrawWords::exclusion), nonces, closed, value(draw), draw.seed(),
        records.countDrawn(draw.id()), room.local(draw.drawnAt()), room.local(draw.abandonedAt()), draw.abandonedReason());
  }

  /** A draw given up while contributions were open never closed them. */
  private static boolean isClosed(Draw draw) {
    return draw.status() != DrawStatus.FROZEN && draw.status() != DrawStatus.ABANDONED;
  }

  private LiveDraw.Nonce nonce(Contribution contribution, boolean closed) {
    return new LiveDraw.Nonce(room.department(contribution.department()), contribution.nonce() != null,
        room.local(contribution.contributedAt()), closed ? contribution.nonce() : null);
  }

  private LiveDraw.Value value(Draw draw) {
    List<ValueDispute> disputes = draw.status() == DrawStatus.CLOSED ? records.disputes(draw.id()) : List.of();
    UnaryOperator<String> people = room.people(Stream.of(draw.valueEnteredBy(), draw.valueConfirmedBy()));
    return new LiveDraw.Value(DrawWords.publicKind(draw.publicKind()), draw.publicKind().equals("none"),
        draw.publicSource(), draw.publicValue(), who(draw.valueEnteredBody(), draw.valueEnteredBy(), people),
        room.local(draw.valueEnteredAt()),
        who(draw.valueConfirmedBody(), draw.valueConfirmedBy(), people), room.local(draw.valueConfirmedAt()),
        disputes.isEmpty() ? null : disputes.get(disputes.size() - 1).reason());
  }

  private String who(String body, String userId, UnaryOperator<String> people) {
    return userId == null ? null : room.department(body) + " " + people.apply(userId);
  }

  private static List<LiveDraw.Count> counts(Map<String, Integer> counts, UnaryOperator<String> words) {
    return counts.entrySet().stream().map(e -> new LiveDraw.Count(words.apply(e.getKey()), e.getValue())).toList();
  }
}
