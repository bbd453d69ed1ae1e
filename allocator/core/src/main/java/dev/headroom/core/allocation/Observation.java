package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.learn.LineDraws;
import dev.headroom.core.reclaim.Usage;
import dev.headroom.core.stagger.Presence;
import dev.headroom.core.turn.Drawing.Sample;
import dev.headroom.core.turn.Entrant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One EVSE now, as those see it who remember something of it. */
record Observation(EvseBook book, Instant now) {

  private static final int DRAWS_FROM_MILLIAMPS = 500;

  /** Among those that could use their minimum; empty where it is no question of turns. */
  Optional<Entrant> entrant(int place, int rank) {
    return book.session()
        .filter(_ -> book.takesPart() && book.evse().pausable())
        .map(
            session ->
                new Entrant(
                    place,
                    session.id(),
                    session.startedAt(),
                    rank,
                    book.evse().priority(),
                    book.lastIssued().orElse(0) >= book.minimum(),
                    sample()));
  }

  /** Whether this is its session, though it may take no part just now. */
  boolean isOf(String session) {
    return book.session().map(it -> it.id().equals(session)).orElse(false);
  }

  private Sample sample() {
    return book.sampleAt(now)
        .map(it -> it.milliamps().largest() >= DRAWS_FROM_MILLIAMPS)
        .map(draws -> draws ? Sample.DRAWS : Sample.DRAWS_NOTHING)
        .orElse(Sample.UNKNOWN);
  }

  Usage usage() {
    OptionalInt limit = book.followedLimit();
    Optional<Integer> draw = book.sampleAt(now).map(it -> it.milliamps().largest());
    return new Usage(
        book.takesPart() ? book.session().map(it -> it.id()) : Optional.empty(),
        limit.orElse(0),
        book.minimum(),
        book.maximum(),
        limit.isPresent() && draw.isPresent() ? OptionalInt.of(draw.get()) : OptionalInt.empty());
  }

  /** Of a three-phase EVSE whose charger is known to be as it was; others teach nothing. */
  Optional<LineDraws> lineDraws() {
    OptionalInt limit = book.followedLimit();
    Optional<EvseState> heard = book.heard().filter(it -> it.online() && it.baseAccepted());
    Optional<MeasuredCurrent> sample = book.sampleAt(now);
    if (!(book.evse().wiring() instanceof Wiring.ThreePhase wiring)
        || heard.isEmpty()
        || heard.get().connectionEpoch().isEmpty()
        || sample.isEmpty()
        || limit.isEmpty()
        || !sample.get().milliamps().phases().containsAll(wiring.lines())) {
      return Optional.empty();
    }
    List<Phase> lines = wiring.lines();
    long connection = heard.get().connectionEpoch().getAsLong();
    return book.session()
        .map(
            session ->
                new LineDraws(
                    session.id(),
                    connection,
                    limit.getAsInt(),
                    lines.stream().map(sample.get()::on).toList(),
                    sample.get().at()));
  }

  /** Empty if it was never heard of. */
  Optional<Presence> presence() {
    return book.heard()
        .map(
            state -> {
              if (!state.online()) {
                return Presence.OFFLINE;
              }
              int limit =
                  state
                      .acknowledged()
                      .map(it -> it.limitMilliamps())
                      .orElse(book.evse().fallbackMilliamps());
              return state.session().isPresent() && limit == 0
                  ? Presence.WAITS_AT_ZERO
                  : Presence.ONLINE;
            });
  }
}
