package cn.jointinspection.draw.engine;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Tickets of the candidates and the order they give (draw-spec 5). Only as many are kept as are selected. */
final class Tickets {

  private static final int LENGTH = 32;

  private final Ids candidates;
  private final MessageDigest started;

  Tickets(String seed, Ids candidates) {
    this.candidates = candidates;
    this.started = Hash.started("object", seed);
  }

  /** @param index of the candidate */
  record Ticket(int index, byte[] bytes) {

    String hex() {
      return Hash.hex(bytes);
    }
  }

  private Comparator<Ticket> order() {
    return (a, b) -> {
      int byTicket = Arrays.compareUnsigned(a.bytes, b.bytes);
      return byTicket != 0 ? byTicket : candidates.compare(a.index, b.index);
    };
  }

  /** The selected of all strata, in order of visits. The result does not depend on how the work is divided. */
  List<Ticket> select(int[] allocation) {
    Least least = IntStream.range(0, candidates.size()).parallel()
        .collect(() -> new Least(allocation), Least::compute, Least::add);
    List<Ticket> selected = new ArrayList<>();
    least.kept.forEach(selected::addAll);
    selected.sort(order());
    return selected;
  }

  /** The least tickets of each stratum among those that one thread has seen, the greatest of them on top. */
  private final class Least {

    private final int[] allocation;
    private final List<PriorityQueue<Ticket>> kept = new ArrayList<>();
    private final byte[] bytes = new byte[LENGTH];

    Least(int[] allocation) {
      this.allocation = allocation;
      Arrays.stream(allocation).forEach(room -> kept.add(new PriorityQueue<>(order().reversed())));
    }

    void compute(int index) {
      if (allocation[candidates.number(index)] > 0) {
        Tickets.this.compute(index, bytes);
        add(new Ticket(index, bytes));
      }
    }

    void add(Least other) {
      other.kept.forEach(stratum -> stratum.forEach(this::add));
    }

    /** Most tickets are turned away here, so only those that stay get bytes of their own. */
    private void add(Ticket ticket) {
      int number = candidates.number(ticket.index());
      PriorityQueue<Ticket> stratum = kept.get(number);
      if (stratum.size() == allocation[number]) {
        if (order().compare(ticket, stratum.peek()) > 0) {
          return;
        }
        stratum.poll();
      }
      stratum.add(new Ticket(ticket.index(), ticket.bytes().clone()));
    }
  }

  /** The candidate of the stratum that follows the given one in its order; null after the last. */
  Ticket next(int stratum, Ticket last) {
    return IntStream.range(0, candidates.size()).parallel()
        .filter(index -> candidates.number(index) == stratum)
        .mapToObj(this::of)
        .filter(ticket -> order().compare(ticket, last) > 0)
        .min(order()).orElse(null);
  }

  Ticket of(int index) {
    byte[] bytes = new byte[LENGTH];
    compute(index, bytes);
    return new Ticket(index, bytes);
  }

  private void compute(int index, byte[] into) {
    MessageDigest digest = Hash.copy(started);
    candidates.digest(index, digest);
    try {
      digest.digest(into, 0, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }
}
