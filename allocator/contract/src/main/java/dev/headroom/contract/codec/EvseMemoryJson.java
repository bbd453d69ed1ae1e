package dev.headroom.contract.codec;

import dev.headroom.core.learn.LearnedLines;
import dev.headroom.core.learn.LearnedLines.Line;
import dev.headroom.core.memory.EvseMemory;
import dev.headroom.core.memory.Ramp;
import dev.headroom.core.reclaim.Reclaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is remembered of one EVSE, in control state. */
record EvseMemoryJson(
    String evse,
    Optional<TurnJson> turn,
    ReclaimJson reclaim,
    Optional<LearnedJson> learned,
    RampJson ramp) {

  record ReclaimJson(Optional<String> session, Optional<Integer> cap, Optional<LowJson> low) {

    static ReclaimJson of(Reclaim reclaim) {
      return new ReclaimJson(
          reclaim.session(),
          reclaim.cap().isPresent() ? Optional.of(reclaim.cap().getAsInt()) : Optional.empty(),
          reclaim.low().map(low -> new LowJson(low.since(), low.highest())));
    }

    Reclaim reclaim() {
      if (cap.filter(it -> it < 0).isPresent() || low.filter(it -> it.highest() < 0).isPresent()) {
        throw new IllegalArgumentException("a negative current");
      }
      return new Reclaim(
          session,
          cap.map(OptionalInt::of).orElseGet(OptionalInt::empty),
          low.map(it -> new Reclaim.Low(it.since(), it.highest())));
    }
  }

  record LowJson(Instant since, int highest) {}

  record LearnedJson(String session, long connection, List<LineJson> lines) {

    static LearnedJson of(LearnedLines.Of of, List<Line> lines) {
      return new LearnedJson(
          of.session(), of.connection(), lines.stream().map(LineJson::of).toList());
    }

    LearnedLines learned() {
      return new LearnedLines(
          Optional.of(new LearnedLines.Of(session, connection)),
          lines.stream().map(LineJson::line).toList());
    }
  }

  enum LineKind {
    OPEN,
    IDLE,
    UNUSED
  }

  record LineJson(LineKind kind, Optional<Instant> since) {

    static LineJson of(Line line) {
      return switch (line) {
        case Line.Open _ -> new LineJson(LineKind.OPEN, Optional.empty());
        case Line.Idle(Instant since) -> new LineJson(LineKind.IDLE, Optional.of(since));
        case Line.Unused _ -> new LineJson(LineKind.UNUSED, Optional.empty());
      };
    }

    Line line() {
      return switch (kind) {
        case OPEN -> new Line.Open();
        case IDLE -> new Line.Idle(TurnJson.there(since, "since"));
        case UNUSED -> new Line.Unused();
      };
    }
  }

  record RampJson(Optional<RaisedJson> raised, Optional<Instant> cutAt) {}

  record RaisedJson(Instant lastAt, int from) {}

  static EvseMemoryJson of(String evse, EvseMemory memory) {
    Ramp ramp = memory.ramp();
    return new EvseMemoryJson(
        evse,
        memory.turn().map(TurnJson::of),
        ReclaimJson.of(memory.reclaim()),
        memory.learned().of().map(of -> LearnedJson.of(of, memory.learned().lines())),
        new RampJson(
            ramp.raised().map(raised -> new RaisedJson(raised.lastAt(), raised.from())),
            ramp.cutAt()));
  }

  EvseMemory memory() {
    if (ramp.raised().filter(it -> it.from() < 0).isPresent()) {
      throw new IllegalArgumentException("a raise from a negative current");
    }
    return new EvseMemory(
        turn.map(TurnJson::turn),
        reclaim.reclaim(),
        learned.map(LearnedJson::learned).orElse(LearnedLines.NONE),
        new Ramp(ramp.raised().map(it -> new Ramp.Raised(it.lastAt(), it.from())), ramp.cutAt()));
  }
}
