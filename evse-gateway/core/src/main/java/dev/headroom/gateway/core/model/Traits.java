package dev.headroom.gateway.core.model;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.gateway.core.profile.Capabilities;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.TailKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is stated of a model; whatever is empty is as the charger itself says, or as configured.
 *
 * @param unit the one unit it takes limits in, whatever it claims
 * @param maxStackLevel the highest stack level it takes, if less than it claims
 * @param maxPeriods how many periods of a schedule it follows, if fewer than it claims
 * @param takesZero false if it rejects a profile in which a level is 0
 * @param clockTrusted false if its clock may be wrong although it is set at each boot
 * @param ping false if it does not answer WebSocket pings
 * @param settle how long it takes to follow a limit it accepted (S2)
 * @param tail how it falls back by itself
 * @param pilot the currents it can offer; a limit between two of them is rounded down
 * @param wakeUp what it takes until it offers current again after a pause
 * @param ttl how long a live profile stands unrefreshed; never longer than the site's
 * @param refresh after how long a live profile is written again; half the TTL if not stated
 * @param writesPerDay how many profiles may be written for an EVSE in a day, for its flash memory
 * @param tellsOffer false if what it says it offers is not what it offers
 * @param tellsSchedule false if it does not say which schedule it follows, or says another
 * @param proven whether it passed the link-cut test (S10)
 */
public record Traits(
    Optional<RateUnit> unit,
    Optional<Integer> maxStackLevel,
    Optional<Integer> maxPeriods,
    Optional<Boolean> takesZero,
    Optional<Boolean> clockTrusted,
    Optional<Boolean> ping,
    Optional<Duration> settle,
    Optional<TailKind> tail,
    Optional<PilotSteps.Set> pilot,
    Optional<WakeUp> wakeUp,
    Optional<Duration> ttl,
    Optional<Duration> refresh,
    Optional<Integer> writesPerDay,
    Optional<Boolean> tellsOffer,
    Optional<Boolean> tellsSchedule,
    Optional<Boolean> proven) {

  /** Nothing is known. */
  public static final Traits UNKNOWN = TraitsBuilder.start().build();

  /** These, and of whatever is not stated here what the less specific ones state. */
  public Traits over(Traits less) {
    return new Traits(
        first(less, Traits::unit),
        first(less, Traits::maxStackLevel),
        first(less, Traits::maxPeriods),
        first(less, Traits::takesZero),
        first(less, Traits::clockTrusted),
        first(less, Traits::ping),
        first(less, Traits::settle),
        first(less, Traits::tail),
        first(less, Traits::pilot),
        first(less, Traits::wakeUp),
        first(less, Traits::ttl),
        first(less, Traits::refresh),
        first(less, Traits::writesPerDay),
        first(less, Traits::tellsOffer),
        first(less, Traits::tellsSchedule),
        first(less, Traits::proven));
  }

  private <T> Optional<T> first(Traits less, Function<Traits, Optional<T>> trait) {
    return trait.apply(this).or(() -> trait.apply(less));
  }

  /** These, said to be proven or not. */
  public Traits withProven(boolean passed) {
    return TraitsBuilder.start().proven(passed).build().over(this);
  }

  /** These after a link-cut test: what passed it has a tail, whatever was thought of its model. */
  public Traits tested(boolean passed) {
    TraitsBuilder verdict = TraitsBuilder.start().proven(passed);
    boolean tailed = passed && tail.filter(TailKind.NONE::equals).isPresent();
    return (tailed ? verdict.tail(TailKind.LEVELS) : verdict).build().over(this);
  }

  /** Whether its fallback may count, as far as its model and firmware go (S10). */
  public boolean isProven() {
    return proven.orElse(false);
  }

  /** What it says it can do, corrected. A bound is never raised above what it says. */
  public Capabilities correct(Capabilities said) {
    return new Capabilities(
        Math.min(said.maxStackLevel(), maxStackLevel.orElse(said.maxStackLevel())),
        unit.orElse(said.unit()),
        Math.min(said.maxPeriods(), maxPeriods.orElse(said.maxPeriods())),
        said.maxProfiles(),
        trustedTail(),
        takesZero.orElse(true));
  }

  /** An absolute schedule is as good as the clock that it is read against. */
  private TailKind trustedTail() {
    TailKind kind = tail.orElse(TailKind.LEVELS);
    return clockTrusted.orElse(true) || kind == TailKind.RELATIVE ? kind : TailKind.NONE;
  }

  /** The EVSE as this model can serve it: of the currents its site names those it can offer. */
  public Evse fit(Evse evse) {
    if (pilot.isEmpty() || !(evse.output() instanceof Output.Ac ac)) {
      return evse;
    }
    int[] both =
        Arrays.stream(pilot.get().milliamps())
            .filter(milliamps -> ac.steps().atMost(milliamps) == milliamps)
            .toArray();
    if (both.length == 0) {
      return evse;
    }
    return new Evse(
        evse.name(),
        evse.circuit(),
        evse.branchBreakerMilliamps(),
        evse.address(),
        evse.wiring(),
        new Output.Ac(
            ac.maximumMilliamps(),
            ac.minimumMilliamps(),
            ac.fallbackMilliamps(),
            new PilotSteps.Set(both)),
        evse.pausable(),
        evse.priority(),
        evse.weight(),
        evse.tenant(),
        evse.lockedOff());
  }

  /** How long a live profile stands: what the site counts with is never exceeded (S9). */
  public Duration ttlWithin(Duration siteTtl) {
    return ttl.filter(stated -> stated.compareTo(siteTtl) < 0).orElse(siteTtl);
  }

  /** After how long a live profile of this TTL is written again; well before it ends. */
  public Duration refreshWithin(Duration profileTtl) {
    Duration latest = profileTtl.multipliedBy(9).dividedBy(10);
    return refresh
        .map(stated -> stated.compareTo(latest) < 0 ? stated : latest)
        .orElse(profileTtl.dividedBy(2));
  }
}
