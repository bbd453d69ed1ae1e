package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.gateway.core.dialect.Admission;
import dev.headroom.gateway.core.dialect.Listener;
import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.dialect.SecurityEvent;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.dialect.TransactionEnd;
import dev.headroom.gateway.core.dialect.TransactionStart;
import dev.headroom.gateway.core.dialect.Turn;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.FoundProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notes what the charger says. */
final class Reception implements Listener {

  private final Station station;
  private final SessionSettings settings;
  private final Dispatch dispatch;
  private final TransactionDesk desk;
  private final MeterDesk meters;
  private final SecurityDesk security;
  private final Outbox outbox;
  private boolean booted;
  private boolean retold;

  Reception(
      Station station,
      SessionSettings settings,
      Dispatch dispatch,
      TransactionIds ids,
      Outbox outbox) {
    this.station = station;
    this.settings = settings;
    this.dispatch = dispatch;
    this.desk = new TransactionDesk(station, ids, outbox);
    this.meters = new MeterDesk(station, desk, outbox);
    this.security = new SecurityDesk(outbox);
    this.outbox = outbox;
  }

  @Override
  public boolean booted(StationIdentity identity, Instant now) {
    booted = true;
    retold |= station.identify(identity, now);
    outbox.add(new Effect.StationBooted(identity, now));
    return station.site().isPresent();
  }

  /** Whether a boot since this was last asked showed it to be of another model than was thought. */
  boolean tookAnotherModel() {
    boolean took = retold;
    retold = false;
    return took;
  }

  /** Every sample until then is told of. */
  void observe(Instant until) {
    meters.observe(until);
  }

  /** Whether there has been a boot since this was last asked. */
  boolean tookBoot() {
    boolean took = booted;
    booted = false;
    return took;
  }

  @Override
  public Duration heartbeatInterval() {
    return settings.heartbeatInterval();
  }

  @Override
  public void reported(int evseId, Occupancy occupancy, Instant now) {
    station
        .evse(evseId)
        .ifPresentOrElse(
            evse -> {
              evse.reported(occupancy);
              desk.reported(evse, occupancy, now);
            },
            () -> outbox.count(GatewayEvent.UNKNOWN_CONNECTOR));
  }

  /** Time has passed. */
  void settle(Instant now) {
    desk.settle(now);
  }

  @Override
  public Admission started(TransactionStart start, Instant now) {
    return desk.start(start, now);
  }

  @Override
  public Optional<Integer> continued(String transactionId, Optional<Integer> evseId, Instant now) {
    return desk.goesOn(transactionId, evseId, now);
  }

  @Override
  public void ended(TransactionEnd end, Instant now) {
    desk.end(end, now);
  }

  @Override
  public Optional<Integer> evseOf(String transactionId) {
    return station.transactions().known(transactionId).map(OpenTransaction::evseId);
  }

  @Override
  public void read(
      int evseId,
      Optional<String> transactionId,
      List<Reading> readings,
      boolean live,
      Instant now) {
    meters.take(evseId, transactionId, readings, live, now);
  }

  @Override
  public Turn asksForLimit(int evseId, ChargingNeeds needs, Instant now) {
    outbox.count(GatewayEvent.CHARGING_NEEDS);
    Optional<TrackedEvse> evse = station.evse(evseId);
    evse.ifPresent(known -> known.needs().told(needs));
    if (evse.isEmpty()) {
      return Turn.NEVER;
    }
    if (station.transactions().on(evseId).isEmpty()) {
      return Turn.LATER;
    }
    evse.get().limits().rewrite();
    return Turn.NOW;
  }

  @Override
  public void listed(List<FoundProfile> profiles, boolean last) {
    dispatch.listed(profiles, last);
  }

  @Override
  public void alarmed(SecurityEvent event, Instant now) {
    security.take(event, now);
  }

  @Override
  public void noticed(GatewayEvent event) {
    outbox.count(event);
  }
}
