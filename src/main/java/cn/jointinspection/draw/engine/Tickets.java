package cn.jointinspection.draw.engine;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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

  /** The selected of all strata, in order of visits. */
  List<Ticket> select(int[] allocation) {
    List<PriorityQueue<Ticket>> kept = new ArrayList<>();
    for (int number : allocation) {
      kept.add(new PriorityQueue<>(Math.max(1, number), order().reversed()));
    }
    byte[] bytes = new byte[LENGTH];
    for (int i = 0; i < candidates.size(); i++) {
      PriorityQueue<Ticket> stratum = kept.get(candidates.number(i));
      int room = allocation[candidates.number(i)];
      if (room == 0) {
        continue;
      }
      compute(i, bytes);
      if (stratum.size() < room) {
        stratum.add(new Ticket(i, bytes.clone()));
      } else if (order().compare(new Ticket(i, bytes), stratum.peek()) < 0) {
        stratum.poll();
        stratum.add(new Ticket(i, bytes.clone()));
      }
    }
    List<Ticket> selected = new ArrayList<>();
    kept.forEach(selected::addAll);
    selected.sort(order());
    return selected;
  }

  /** The candidate of the stratum that follows the given one in its order; null after the last. */
  Ticket next(int stratum, Ticket last) {
    Ticket best = null;
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.number(i) == stratum) {
        Ticket ticket = of(i);
        if (order().compare(ticket, last) > 0 && (best == null || order().compare(ticket, best) < 0)) {
          best = ticket;
        }
      }
    }
    return best;
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
