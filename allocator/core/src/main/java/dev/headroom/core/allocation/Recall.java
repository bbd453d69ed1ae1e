package dev.headroom.core.allocation;

import dev.headroom.core.memory.EvseMemory;
import dev.headroom.core.memory.Ramp;
import dev.headroom.core.memory.SiteMemory;
import dev.headroom.core.site.Pace;
import dev.headroom.core.site.Site;
import dev.headroom.core.stagger.Presence;
import dev.headroom.core.strategy.Precedence;
import dev.headroom.core.turn.Entrant;
import dev.headroom.core.turn.Turn;
import dev.headroom.core.turn.TurnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a site's memory becomes by what is seen now, and what follows from it for this look.
 *
 * @param evses by port
 * @param entrants by port; none where it is no question of turns
 * @param sources by port, which of them its vehicle may load, as the bit mask of {@code Claims}
 */
record Recall(
    Site site,
    SiteMemory memory,
    List<EvseMemory> evses,
    List<Optional<Entrant>> entrants,
    int[] sources,
    Precedence precedence,
    Instant now) {

  /** After looking at every EVSE. What the site has no more is forgotten. */
  static Recall of(
      Site site, SiteMemory before, List<EvseBook> books, Precedence precedence, Instant now) {
    Pace pace = site.control().pace();
    List<EvseMemory> evses = new ArrayList<>();
    List<Optional<Entrant>> entrants = new ArrayList<>();
    Map<String, EvseMemory> named = new HashMap<>();
    Map<String, Presence> present = new HashMap<>();
    for (int port = 0; port < books.size(); port++) {
      String name = books.get(port).evse().name();
      Observation seen = new Observation(books.get(port), now);
      Optional<Entrant> entrant = seen.entrant(port, precedence.rank()[port]);
      EvseMemory next = next(before, name, seen, entrant, pace.dwell(), now);
      evses.add(next);
      entrants.add(entrant);
      seen.presence()
          .ifPresent(
              presence -> {
                named.put(name, next);
                present.put(name, presence);
              });
    }
    SiteMemory memory =
        new SiteMemory(
            named, before.demand(), before.stagger().next(present, pace.staggeredStart(), now));
    int[] sources = new int[evses.size()];
    for (int port = 0; port < sources.length; port++) {
      sources[port] = evses.get(port).learned().sources();
    }
    return new Recall(site, memory, evses, entrants, sources, precedence, now);
  }

  private static EvseMemory next(
      SiteMemory before,
      String name,
      Observation seen,
      Optional<Entrant> entrant,
      Duration dwell,
      Instant now) {
    Optional<EvseMemory> remembered = Optional.ofNullable(before.evses().get(name));
    EvseMemory last = remembered.orElse(EvseMemory.NONE);
    Optional<Turn> turn =
        remembered.isEmpty()
            ? entrant.map(it -> Turn.first(it, now))
            : entrant
                .map(it -> Turn.next(last.turn(), it, dwell, now))
                .or(() -> last.turn().filter(it -> seen.isOf(it.session())));
    return new EvseMemory(
        turn,
        last.reclaim().next(seen.usage(), now),
        last.learned().next(seen.lineDraws(), now),
        last.ramp());
  }

  /** Who is let in first: who can't pause is in anyway, then by turns. */
  int[] order(List<EvseBook> books) {
    List<TurnOrder.Standing> standings = new ArrayList<>();
    for (int port = 0; port < books.size(); port++) {
      Optional<Turn> turn = evses.get(port).turn();
      if (entrants.get(port).isPresent() && turn.isPresent()) {
        standings.add(new TurnOrder.Standing(entrants.get(port).get(), turn.get()));
      }
    }
    Duration dwell = site.control().pace().dwell();
    int[] turns = TurnOrder.of(books.size(), standings, dwell, now);
    int[] order = new int[turns.length];
    int next = 0;
    for (boolean pausable : new boolean[] {false, true}) {
      for (int port : turns) {
        if (books.get(port).evse().pausable() == pausable) {
          order[next++] = port;
        }
      }
    }
    return order;
  }

  /** Whether its limit is to be 0 for a moment. */
  boolean wakesUp(int port) {
    return evses.get(port).turn().map(Turn::wakesUp).orElse(false);
  }

  /** Whether it may rise by now after an outage. */
  boolean mayRise(int port) {
    return memory
        .stagger()
        .mayRise(port, evses.size(), site.name(), site.control().pace().staggeredStart(), now);
  }

  /** The highest limit that its last raise leaves open now. */
  int rampedFrom(int from, int port, EvseBook book) {
    Duration delay = site.control().raiseDelay();
    return evses.get(port).ramp().atMost(from, book.minimum(), book.maximum(), delay, now);
  }

  /** With the limits that EVSEs are given. */
  SiteMemory after(int[] from, int[] to) {
    Map<String, EvseMemory> changed = new HashMap<>();
    for (int port = 0; port < to.length; port++) {
      String name = site.evses().get(port).name();
      EvseMemory its = evses.get(port);
      Ramp ramp = its.ramp().next(from[port], to[port], site.control().raiseDelay(), now);
      if (memory.evses().containsKey(name) && !ramp.equals(its.ramp())) {
        changed.put(name, new EvseMemory(its.turn(), its.reclaim(), its.learned(), ramp));
      }
    }
    if (changed.isEmpty()) {
      return memory;
    }
    Map<String, EvseMemory> named = new HashMap<>(memory.evses());
    named.putAll(changed);
    return new SiteMemory(named, memory.demand(), memory.stagger());
  }
}
