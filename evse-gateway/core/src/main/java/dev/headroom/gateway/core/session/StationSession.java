package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.dialect.Secret;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.linkcut.Expectation;
import dev.headroom.gateway.core.linkcut.Readiness;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.model.Traits;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One OCPP-J socket: inputs in, effects out, no clock of its own. One call is outstanding at most.
 * Not thread-safe: all inputs of a socket come one after the other, with times that do not go back.
 */
public final class StationSession {

  /** Our clock and an allocator's differ by no more. */
  private static final Duration CLOCKS = Duration.ofSeconds(1);

  /** A peer that sends nothing but rubbish is cut off. */
  private static final int MOST_MALFORMED_IN_A_ROW = 20;

  private static final int POLICY_VIOLATION = 1008;

  private final String stationId;
  private final Dialect dialect;
  private final SessionSettings settings;
  private final Outbox outbox = new Outbox();
  private final Station station;
  private final Reception reception;
  private final Dispatch dispatch;
  private Phase phase = new Phase.Unopened();
  private SitePermission permission = new SitePermission.CutOnly();
  private boolean held;
  private Instant observedUntil = Instant.MIN;
  private int malformedInARow;

  public StationSession(
      String stationId, Dialect dialect, SessionSettings settings, TransactionIds ids) {
    this.stationId = stationId;
    this.dialect = dialect;
    this.settings = settings;
    this.station = new Station(settings, outbox);
    this.dispatch = new Dispatch(stationId, dialect, station, settings, outbox);
    this.reception = new Reception(station, settings, dispatch, ids, outbox);
  }

  /**
   * Takes an input and says what to do, in order. After {@link Input.Closed} nothing happens.
   *
   * @throws IllegalStateException if the first input is not {@link Input.Opened}, or another is
   */
  public List<Effect> on(Input input, Instant now) {
    if (phase instanceof Phase.Closed) {
      return List.of();
    }
    if (phase instanceof Phase.Unopened != input instanceof Input.Opened) {
      throw new IllegalStateException(
          "the session of " + stationId + " opens first, and once; not " + input);
    }
    dispatch.expire(now);
    take(input, now);
    reception.settle(now);
    watchLease(now);
    if (mayCall(now)) {
      dispatch.send(permission(), now);
    }
    publish(now);
    return outbox.drain();
  }

  /**
   * The action whose answer bears this message id: how to read a CALLRESULT. Empty when nothing
   * waits for it, because it came too late or was never asked for.
   */
  public Optional<Action> awaited(String messageId) {
    return dispatch.awaited(messageId);
  }

  /**
   * Until then the station is only listened to: nothing is written to it, so that what it does is
   * its own doing, and every sample of its meter is told of.
   */
  public void observe(Instant until) {
    observedUntil = until;
    reception.observe(until);
  }

  /** Whether its link can be cut to see how it falls back. */
  public Readiness readiness() {
    if (station.identity().isEmpty()) {
      return new Readiness.NotReady("nobody knows what the station is; let it boot");
    }
    if (!dispatch.canFallBack()) {
      return new Readiness.NotReady(
          "what the station says of its schedules leaves no room for a tail; see its periods,"
              + " profiles and what is known of its model");
    }
    List<Expectation> expected =
        station
            .site()
            .map(site -> station.evses().stream().flatMap(evse -> evse.expected(site).stream()))
            .orElse(Stream.empty())
            .toList();
    return expected.isEmpty()
        ? new Readiness.NotReady(
            "no EVSE of the station is drawing at least 2 A above its fallback under a limit of"
                + " ours; let a vehicle charge and try again")
        : new Readiness.Ready(station.identity().get(), expected);
  }

  /** How its EVSEs stand. */
  public List<EvseReport> report(Instant now) {
    boolean proven = isProven();
    return station.evses().stream().map(evse -> evse.report(proven, now)).toList();
  }

  private boolean isProven() {
    return station.traits().isProven() && dispatch.canFallBack();
  }

  /** What is known of the station's model. */
  public Traits traits() {
    return station.traits();
  }

  /** What the station said it is, if that is known. */
  public Optional<StationIdentity> identity() {
    return station.identity();
  }

  private void take(Input input, Instant now) {
    switch (input) {
      case Input.Opened opened -> open(opened, now);
      case Input.Received received -> receive(received.frame(), now);
      case Input.Malformed malformed -> refuse(malformed);
      case Input.MalformedAnswer answer -> {
        outbox.count(GatewayEvent.MALFORMED_FRAME);
        dispatch.failed(answer.messageId(), now);
      }
      case Input.Unmatched unmatched -> outbox.count(GatewayEvent.LATE_ANSWER);
      case Input.SiteChanged changed -> move(changed.site(), now);
      case Input.Allocated allocated -> station.allocated(allocated.allocation());
      case Input.ConnectionOpened(String evse, long epoch) -> station.opened(evse, epoch);
      case Input.ModelsChanged changed -> relearn(now);
      case Input.Leased leased -> permission = leased.permission();
      case Input.Rekey(Secret password) -> dispatch.rekey(password);
      case Input.Tick tick -> {}
      case Input.Closed closed -> phase = new Phase.Closed();
    }
  }

  private void open(Input.Opened opened, Instant now) {
    phase = new Phase.Silent(now.plus(settings.bootWait()));
    station.wrote(opened.written());
    opened.identity().ifPresent(known -> station.identify(known, now));
    opened.open().stream()
        .filter(transaction -> dialect.knows(transaction.id()))
        .forEach(station.transactions()::resume);
    opened.site().ifPresent(site -> station.place(site, now));
  }

  private void receive(Frame frame, Instant now) {
    malformedInARow = 0;
    switch (frame) {
      case Frame.Call(String messageId, Request request) when request.action().fromStation() ->
          answer(messageId, request, now);
      case Frame.Call(String messageId, Request request) ->
          outbox.add(
              new Effect.SendFrame(
                  new Frame.CallError(
                      messageId,
                      ErrorCode.NOT_SUPPORTED,
                      request.action().wireName() + " is not for stations to call")));
      case Frame.CallResult(String messageId, Response response) ->
          dispatch.answered(messageId, response, now);
      case Frame.CallError error -> dispatch.failed(error.messageId(), now);
    }
  }

  private void answer(String messageId, Request request, Instant now) {
    Response response = dialect.answer(request, reception, now);
    outbox.add(new Effect.SendFrame(new Frame.CallResult(messageId, response)));
    if (reception.tookBoot()) {
      booted(now);
    } else if (phase instanceof Phase.Silent) {
      goOnWithoutBoot();
    }
  }

  private void refuse(Input.Malformed malformed) {
    outbox.count(GatewayEvent.MALFORMED_FRAME);
    malformed
        .callId()
        .ifPresent(
            id ->
                outbox.add(
                    new Effect.SendFrame(
                        new Frame.CallError(id, malformed.code(), malformed.description()))));
    if (++malformedInARow == MOST_MALFORMED_IN_A_ROW) {
      outbox.add(new Effect.Close(POLICY_VIOLATION, "too many malformed frames"));
    }
  }

  /** Each boot is provisioned anew (S10), except the one that only says what the station is. */
  private void booted(Instant now) {
    phase = new Phase.Talking();
    boolean asked = dispatch.wasBootAsked(now);
    if (!reception.tookAnotherModel() && asked) {
      return;
    }
    station.evses().forEach(evse -> evse.limits().booted());
    dispatch.booted();
    station.site().ifPresent(site -> dispatch.provision(site, false));
  }

  private void goOnWithoutBoot() {
    phase = new Phase.Talking();
    station
        .site()
        .ifPresent(
            site -> {
              outbox.count(GatewayEvent.PROVISIONED_WITHOUT_BOOT);
              dispatch.provision(site, station.identity().isEmpty());
            });
  }

  /** What is known of its model may be something else now. */
  private void relearn(Instant now) {
    boolean other = station.identity().map(is -> station.identify(is, now)).orElse(false);
    if (other && phase instanceof Phase.Talking) {
      station.site().ifPresent(site -> dispatch.provision(site, false));
    }
  }

  private void move(Optional<StationSite> site, Instant now) {
    if (site.equals(station.site())) {
      return;
    }
    boolean waited = station.site().isEmpty();
    site.ifPresentOrElse(place -> station.place(place, now), () -> station.displace(now));
    if (phase instanceof Phase.Talking && site.isPresent()) {
      // A station that was answered Pending has to boot again to be accepted.
      dispatch.provision(site.get(), waited);
    }
  }

  private void watchLease(Instant now) {
    SitePermission at = permission().at(now);
    boolean heldNow = at instanceof SitePermission.Held;
    if ((held && !heldNow) || (at instanceof SitePermission.Held again && isOlderThan(again))) {
      station.leaseLost();
    }
    held = heldNow;
  }

  /** Whether the newest allocation is of a time when the lease was not held here: a backlog. */
  private boolean isOlderThan(SitePermission.Held lease) {
    return station
        .newest()
        .filter(allocation -> allocation.at().plus(CLOCKS).isBefore(lease.since()))
        .isPresent();
  }

  /** A station without a site is under nobody's lease. */
  private SitePermission permission() {
    return station.site().isPresent() ? permission : new SitePermission.CutOnly();
  }

  private boolean mayCall(Instant now) {
    if (now.isBefore(observedUntil)) {
      return false;
    }
    if (phase instanceof Phase.Silent(Instant until) && !now.isBefore(until)) {
      goOnWithoutBoot();
    }
    return phase instanceof Phase.Talking;
  }

  private void publish(Instant now) {
    boolean online = !(phase instanceof Phase.Closed);
    boolean proven = isProven();
    for (TrackedEvse evse : station.evses()) {
      evse.reconcile(proven, settings.settleUnmeasured(), dispatch.mayTellSchedule(), now);
      if (station.site().isPresent()) {
        evse.publish(online, proven, settings.stateInterval(), now).ifPresent(outbox::add);
      }
    }
  }
}
