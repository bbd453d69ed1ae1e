package dev.headroom.world.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.LimitFrom;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ChargingSchedule;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.profile.SchedulePeriod;
import dev.headroom.actors.profile.Transaction;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.StationAddress;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.gateway.core.session.StationSite;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** Plays a drama, and holds the charger against what the gateway says of it. */
final class Stage {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration TTL = Duration.ofMinutes(2);
  private static final Duration AHEAD = Duration.ofMinutes(7);
  private static final int MOST = 32_000;

  private final Agenda agenda = new Agenda(START);
  private final Supply supply = Supply.WYE_400Y_230;
  private final SessionSettings settings;
  private final ChargingStation charger;
  private final Station station;
  private final Gate gate;

  private Stage(Drama drama) {
    settings =
        SessionSettings.defaults(drama.proven() ? Set.of(StationSpec.PROVEN) : Set.of())
            .with(TTL, Duration.ofSeconds(5), Duration.ofSeconds(5));
    SplittableRandom random = new SplittableRandom(drama.seed());
    StationSite site = site(6000);
    charger = new ChargingStation("cp", supply, site.evses(), drama.spec().rules(), START);
    drama.left().forEach(this::leave);
    gate = new Gate(agenda, random.split(), drama.spec().version(), settings, site);
    station =
        new Station(
            agenda, random, charger, drama.spec(), Sabotage.NONE, (_, _, _, _, _) -> {}, gate);
    station.begin(clock(drama.clockAheadSeconds()));
    agenda.every(Duration.ofMillis(500), () -> charger.advance(agenda.now()));
  }

  /** Plays it to its end. */
  static void play(Drama drama) {
    Stage stage = new Stage(drama);
    stage.gate.lease(new SitePermission.Held(Instant.MAX));
    stage.station.plug(1, stage.vehicle());
    for (Act act : drama.acts()) {
      stage.play(act);
      stage.holdsFromNowOn();
    }
  }

  private StationSite site(int fallback) {
    return new StationSite(
        "site",
        supply,
        List.of(
            evse(1, fallback, new Wiring.ThreePhase(Phase.L1)),
            evse(2, fallback, new Wiring.LineToNeutral(Phase.L2))),
        TTL);
  }

  private static Evse evse(int id, int fallback, Wiring wiring) {
    return new Evse(
        "evse-" + id,
        "main",
        40_000,
        new StationAddress("cp", id),
        wiring,
        MOST,
        6000,
        fallback,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  private Vehicle vehicle() {
    return new Vehicle(
        new VehicleSpec(6000, MOST, 3, 1_000_000, VehicleSpec.USUAL_RESPONSE, false));
  }

  /** Somebody else's default, of the charger's whole rating. */
  private void leave(int level) {
    charger.install(
        1,
        new ChargingProfile(
            700 + level,
            level,
            ProfilePurpose.TX_DEFAULT,
            ProfileKind.RELATIVE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new ChargingSchedule(
                Optional.empty(),
                Optional.empty(),
                RateUnit.A,
                List.of(new SchedulePeriod(0, MOST, OptionalInt.empty())))));
  }

  private static Fault clock(int aheadSeconds) {
    return new Fault(
        FaultKind.CHARGER_CLOCK_OFF, "cp", 0.5 + aheadSeconds / 7200.0, START, Instant.MAX);
  }

  private void play(Act act) {
    switch (act) {
      case Act.Passes(int seconds) -> pass(Duration.ofSeconds(seconds));
      case Act.Allocates(int first, int second) ->
          gate.allocate(Map.of("evse-1", first, "evse-2", second));
      case Act.Leases(Act.Lease lease) ->
          gate.lease(
              switch (lease) {
                case HELD -> new SitePermission.Held(Instant.MAX);
                case CUT_ONLY -> new SitePermission.CutOnly();
                case FALLBACK -> new SitePermission.Fallback();
              });
      case Act.ComesOrGoes(int evse) -> {
        if (charger.connector(evse).vehicle().isPresent()) {
          station.unplug(evse);
        } else {
          station.plug(evse, vehicle());
        }
      }
      case Act.Loses(FaultKind what, int seconds) -> {
        Fault fault = new Fault(what, "cp", 0, agenda.now(), agenda.now().plusSeconds(seconds));
        station.begin(fault);
        agenda.at(fault.end(), () -> station.end(fault));
      }
      case Act.Spoils spoils -> gate.spoil(spoils);
      case Act.Changes(int fallback) -> gate.change(site(fallback));
    }
  }

  private void pass(Duration time) {
    Instant end = agenda.now().plus(time);
    while (agenda.now().isBefore(end)) {
      agenda.runUntil(agenda.now().plusMillis(500));
      charger.connectors().forEach(this::holdsNow);
    }
  }

  private void holdsNow(Connector connector) {
    if (connector.transaction().isPresent()) {
      holds(connector, gate.promise(number(connector)), agenda.now(), connector.offeredMilliamps());
    }
  }

  /** What it would say if it were asked for its composite schedule. */
  private void holdsFromNowOn() {
    charger.advance(agenda.now());
    for (Connector connector : charger.connectors()) {
      if (connector.transaction().isPresent()) {
        Promise promise = gate.promise(number(connector));
        List<LimitFrom> levels = charger.compositeSchedule(number(connector), AHEAD);
        for (int i = 0; i < levels.size(); i++) {
          LimitFrom level = levels.get(i);
          int last =
              i + 1 < levels.size() ? levels.get(i + 1).startSeconds() - 1 : level.startSeconds();
          Instant now = agenda.now();
          holds(connector, promise, now.plusSeconds(level.startSeconds()), level.limitMilliamps());
          holds(connector, promise, now.plusSeconds(last), level.limitMilliamps());
        }
      }
    }
  }

  private void holds(Connector connector, Promise promise, Instant at, int milliamps) {
    Optional<String> transaction = connector.transaction().flatMap(Transaction::id);
    assertThat(milliamps)
        .as(
            "%s in %s, %s after %s: %s",
            connector.evse().name(),
            transaction,
            Duration.between(agenda.now(), at),
            Duration.between(START, agenda.now()),
            promise)
        .isLessThanOrEqualTo(promise.atMost(transaction, at, TTL, settings.clockMargin()));
  }

  private static int number(Connector connector) {
    return connector.evse().address().evseId();
  }
}
