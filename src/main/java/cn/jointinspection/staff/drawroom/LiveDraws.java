package cn.jointinspection.staff.drawroom;

import cn.jointinspection.draw.Contribution;
import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.PublicSource;
import cn.jointinspection.draw.ValueDispute;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    return new LiveDraw(draw.number(), draw.status().name(), draw.status().label(), frozen(draw.frozen()), nonces,
        closed, value(draw), draw.result() == null ? null : result(draw),
        draw.abandoned() == null ? null : abandoned(draw.abandoned()));
  }

  private LiveDraw.Frozen frozen(Draw.Frozen frozen) {
    return new LiveDraw.Frozen(room.local(frozen.at()), frozen.freeze(), frozen.candidates(),
        counts(frozen.candidatesByStratum(), DrawWords::stratum), frozen.excluded(),
        counts(frozen.exclusionsByReason(), DrawWords::exclusion));
  }

  private LiveDraw.Result result(Draw draw) {
    return new LiveDraw.Result(draw.result().seed(), records.countDrawn(draw.id()), room.local(draw.result().at()));
  }

  private LiveDraw.Abandoned abandoned(Draw.Abandoned abandoned) {
    return new LiveDraw.Abandoned(room.local(abandoned.at()), abandoned.reason());
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
    PublicSource source = draw.publicSource();
    Draw.PublicValue value = draw.publicValue();
    Draw.Signature entered = value == null ? null : value.entered();
    Draw.Signature confirmed = value == null ? null : value.confirmed();
    UnaryOperator<String> people =
        room.people(Stream.of(entered, confirmed).filter(Objects::nonNull).map(Draw.Signature::by));
    return new LiveDraw.Value(DrawWords.publicKind(source.kind()), source.none(), source.source(),
        value == null ? null : value.value(), who(entered, people), entered == null ? null : room.local(entered.at()),
        who(confirmed, people), confirmed == null ? null : room.local(confirmed.at()),
        disputes.isEmpty() ? null : disputes.get(disputes.size() - 1).reason());
  }

  private String who(Draw.Signature signature, UnaryOperator<String> people) {
    return signature == null ? null : room.department(signature.body()) + " " + people.apply(signature.by());
  }

  private static List<LiveDraw.Count> counts(Map<String, Integer> counts, UnaryOperator<String> words) {
    return counts.entrySet().stream().map(e -> new LiveDraw.Count(words.apply(e.getKey()), e.getValue())).toList();
  }
}
