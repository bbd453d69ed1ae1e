package dev.headroom.gateway.core.session;

import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.control.Evidence;
import dev.headroom.gateway.core.control.EvseLimits;
import dev.headroom.gateway.core.control.ScheduleCheck;
import dev.headroom.gateway.core.control.Timing;
import dev.headroom.gateway.core.control.WriteBudget;
import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.linkcut.Expectation;
import dev.headroom.gateway.core.metering.Offered;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.metering.Sample;
import dev.headroom.gateway.core.metering.SampleReader;
import dev.headroom.gateway.core.model.Traits;
import dev.headroom.gateway.core.model.WakeUp;
import dev.headroom.gateway.core.profile.EvseProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** One EVSE of the station, as far as this connection knows it. */
final class TrackedEvse {

  /** A fall of less than this could be the vehicle's. */
  private static final int WORTH_TESTING_MILLIAMPS = 2000;

  private final String site;
  private final Evse evse;
  private final Traits traits;
  private final WriteBudget budget;
  private final SampleReader reader;
  private final EvseLimits limits;
  private final Watts watts;
  private final ToldNeeds needs = new ToldNeeds();
  private Optional<OpenTransaction> transaction = Optional.empty();
  private boolean wantsCurrent = true;
  private Optional<Occupancy> occupancy = Optional.empty();
  private Optional<MeasuredCurrent> measured = Optional.empty();
  private Optional<EvseState> published = Optional.empty();
  private Optional<ScheduleCheck> standing = Optional.empty();
  private Instant pushedAt = Instant.MIN;
  private OptionalLong epoch = OptionalLong.empty();

  /**
   * @param traits what is known of the station's model
   */
  TrackedEvse(
      String site, Evse evse, Supply supply, Timing timing, Traits traits, WriteBudget budget) {
    this.site = site;
    this.evse = evse;
    this.traits = traits.withProven(false);
    this.budget = budget;
    this.reader = new SampleReader(evse, supply);
    this.limits =
        new EvseLimits(
            evse,
            timing,
            traits.takesZero().orElse(true),
            traits.wakeUp().filter(WakeUp.REWRITE::equals).isPresent(),
            budget);
    this.watts = new Watts(evse, supply, limits);
  }

  /** Whether it is this EVSE, of a model with these traits; whether that is proven is no trait. */
  boolean isOf(Evse other, Traits known) {
    return evse.equals(other) && traits.equals(known.withProven(false));
  }

  String name() {
    return evse.name();
  }

  String site() {
    return site;
  }

  Evse evse() {
    return evse;
  }

  int evseId() {
    return evse.address().evseId();
  }

  EvseLimits limits() {
    return limits;
  }

  Watts watts() {
    return watts;
  }

  WriteBudget budget() {
    return budget;
  }

  ToldNeeds needs() {
    return needs;
  }

  /** The broker has the record that opened this connection. */
  void opened(long offset) {
    epoch = OptionalLong.of(offset);
  }

  /** Whether this connection was known when the limit was decided. */
  boolean isKnownTo(EvseLimit limit) {
    return epoch.isPresent() && limit.connection().equals(epoch);
  }

  /** When a live profile was last sent, so that all have their turn. */
  Instant pushedAt() {
    return pushedAt;
  }

  void pushed(Instant now) {
    pushedAt = now;
  }

  Sample read(Reading reading) {
    return reader.read(reading);
  }

  void started(OpenTransaction begun, Instant now) {
    takeUp(begun);
    limits.started(begun.id(), now);
    watts.leftToBase();
  }

  void resumed(OpenTransaction known) {
    takeUp(known);
    limits.resumed(known.id());
  }

  void ended(Instant now) {
    transaction = Optional.empty();
    measured = Optional.empty();
    standing = Optional.empty();
    needs.forget();
    limits.ended(now);
    watts.leftToBase();
  }

  /** What faults or has only come says nothing of wishes. */
  void reported(Occupancy reported) {
    occupancy = Optional.of(reported);
    switch (reported) {
      case CHARGING, SUSPENDED_BY_STATION -> wantsCurrent = true;
      case SUSPENDED_BY_VEHICLE, FINISHING, FREE -> wantsCurrent = false;
      case CONNECTED, OUT_OF_SERVICE -> {}
    }
    if (reported == Occupancy.FREE) {
      needs.forget();
    }
    limits.mayDrawIdle(reported.isInTransaction());
  }

  /** Whether this is the transaction that is under way. */
  boolean isIn(String transactionId) {
    return transaction.filter(open -> open.id().equals(transactionId)).isPresent();
  }

  /** Whether its status leaves it possible that a transaction is under way. */
  boolean mayBeInTransaction() {
    return occupancy.map(Occupancy::isInTransaction).orElse(true);
  }

  /**
   * Takes a fresh sample.
   *
   * @return whether this is the moment the charger is found to disobey
   */
  boolean measured(MeasuredCurrent sample) {
    measured = Optional.of(sample);
    boolean complete = sample.milliamps().phases().containsAll(evse.wiring().lines());
    return limits.measured(sample.milliamps().largest(), complete, sample.at());
  }

  /** What its word of what it offers is worth: nothing out of a transaction. */
  Optional<Evidence.Offered> believed(Offered offer) {
    return transaction.isPresent() && traits.tellsOffer().orElse(true)
        ? Optional.of(new Evidence.Offered(offer.leastMilliamps(), offer.mostMilliamps()))
        : Optional.empty();
  }

  /** It has accepted this live profile. */
  void accepted(ScheduleCheck live) {
    standing = Optional.of(live);
  }

  /** What a schedule that it tells is held against, if it has accepted a live profile. */
  Optional<ScheduleCheck> scheduleCheck() {
    return standing;
  }

  /**
   * Brings its limits up to date.
   *
   * @param settlesUnmeasured whether a proven model settles by time where it says nothing at all
   * @param mayTell whether it may still say which schedule it follows
   */
  void reconcile(boolean proven, boolean settlesUnmeasured, boolean mayTell, Instant now) {
    limits.fallbackProven(proven);
    watts.watch(now);
    boolean unmeasured = transaction.isPresent() && measured.isEmpty() && !mayTell;
    limits.reconcile(proven && settlesUnmeasured && unmeasured, now);
  }

  /** The state to publish, if it has changed or is due. */
  Optional<Effect> publish(boolean online, boolean proven, Duration interval, Instant now) {
    EvseState state = state(online, proven, now);
    boolean opens = published.isEmpty();
    boolean due =
        published
            .map(last -> !isSame(last, state) || !now.isBefore(last.at().plus(interval)))
            .orElse(true);
    if (!due) {
      return Optional.empty();
    }
    published = Optional.of(state);
    return Optional.of(new Effect.PublishState(state, opens));
  }

  /** What it is to do when its link is cut now, if that would show anything. */
  Optional<Expectation> expected(StationSite place) {
    int fallback = EvseProfiles.fallbackMilliamps(evse);
    int limit = limits.mostMilliamps();
    boolean shows =
        limits.isBaseAccepted()
            && limit >= fallback + WORTH_TESTING_MILLIAMPS
            && measured
                .filter(it -> it.milliamps().largest() >= fallback + WORTH_TESTING_MILLIAMPS)
                .isPresent();
    return limits
        .fallsAt()
        .filter(at -> shows)
        .map(
            at ->
                new Expectation(
                    evseId(),
                    name(),
                    limit,
                    fallback,
                    watts.of(limit, place.supply()),
                    watts.of(fallback, place.supply()),
                    at));
  }

  EvseReport report(boolean proven, Instant now) {
    return EvseReport.of(this, state(true, proven, now), now);
  }

  private EvseState state(boolean online, boolean proven, Instant now) {
    return new EvseState(
        site,
        evse.name(),
        OptionalLong.empty(),
        now,
        online,
        transaction.map(this::session),
        limits.acknowledged(),
        limits.settled(),
        measured,
        limits.isBaseAccepted(),
        proven,
        limits.disobeys());
  }

  private ChargingSession session(OpenTransaction open) {
    return new ChargingSession(open.id(), open.startedAt(), wantsCurrent, needs.remaining());
  }

  private static boolean isSame(EvseState last, EvseState state) {
    return last.online() == state.online()
        && last.session().equals(state.session())
        && last.acknowledged().equals(state.acknowledged())
        && last.settled().equals(state.settled())
        && last.measured().equals(state.measured())
        && last.baseAccepted() == state.baseAccepted()
        && last.fallbackProven() == state.fallbackProven()
        && last.disobeys() == state.disobeys();
  }

  private void takeUp(OpenTransaction begun) {
    transaction = Optional.of(begun);
    wantsCurrent = true;
    measured = Optional.empty();
    standing = Optional.empty();
  }
}
