package dev.headroom.gateway.core.model;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.TailKind;
import java.time.Duration;
import java.util.Optional;

/** States traits one by one. */
public final class TraitsBuilder {

  private Optional<RateUnit> unit = Optional.empty();
  private Optional<Integer> maxStackLevel = Optional.empty();
  private Optional<Integer> maxPeriods = Optional.empty();
  private Optional<Boolean> takesZero = Optional.empty();
  private Optional<Boolean> clockTrusted = Optional.empty();
  private Optional<Boolean> ping = Optional.empty();
  private Optional<Duration> settle = Optional.empty();
  private Optional<TailKind> tail = Optional.empty();
  private Optional<PilotSteps.Set> pilot = Optional.empty();
  private Optional<WakeUp> wakeUp = Optional.empty();
  private Optional<Duration> ttl = Optional.empty();
  private Optional<Duration> refresh = Optional.empty();
  private Optional<Integer> writesPerDay = Optional.empty();
  private Optional<Boolean> tellsOffer = Optional.empty();
  private Optional<Boolean> tellsSchedule = Optional.empty();
  private Optional<Boolean> proven = Optional.empty();

  private TraitsBuilder() {}

  /** Nothing is stated yet. */
  public static TraitsBuilder start() {
    return new TraitsBuilder();
  }

  public TraitsBuilder unit(RateUnit only) {
    unit = Optional.of(only);
    return this;
  }

  public TraitsBuilder maxStackLevel(int level) {
    maxStackLevel = Optional.of(level);
    return this;
  }

  public TraitsBuilder maxPeriods(int periods) {
    maxPeriods = Optional.of(periods);
    return this;
  }

  public TraitsBuilder takesZero(boolean takes) {
    takesZero = Optional.of(takes);
    return this;
  }

  public TraitsBuilder clockTrusted(boolean trusted) {
    clockTrusted = Optional.of(trusted);
    return this;
  }

  public TraitsBuilder ping(boolean answers) {
    ping = Optional.of(answers);
    return this;
  }

  public TraitsBuilder settle(Duration time) {
    settle = Optional.of(time);
    return this;
  }

  public TraitsBuilder tail(TailKind kind) {
    tail = Optional.of(kind);
    return this;
  }

  public TraitsBuilder pilot(PilotSteps.Set currents) {
    pilot = Optional.of(currents);
    return this;
  }

  public TraitsBuilder wakeUp(WakeUp needs) {
    wakeUp = Optional.of(needs);
    return this;
  }

  public TraitsBuilder ttl(Duration time) {
    ttl = Optional.of(time);
    return this;
  }

  public TraitsBuilder refresh(Duration time) {
    refresh = Optional.of(time);
    return this;
  }

  public TraitsBuilder writesPerDay(int most) {
    writesPerDay = Optional.of(most);
    return this;
  }

  public TraitsBuilder tellsOffer(boolean tells) {
    tellsOffer = Optional.of(tells);
    return this;
  }

  public TraitsBuilder tellsSchedule(boolean tells) {
    tellsSchedule = Optional.of(tells);
    return this;
  }

  public TraitsBuilder proven(boolean passed) {
    proven = Optional.of(passed);
    return this;
  }

  public Traits build() {
    return new Traits(
        unit,
        maxStackLevel,
        maxPeriods,
        takesZero,
        clockTrusted,
        ping,
        settle,
        tail,
        pilot,
        wakeUp,
        ttl,
        refresh,
        writesPerDay,
        tellsOffer,
        tellsSchedule,
        proven);
  }
}
