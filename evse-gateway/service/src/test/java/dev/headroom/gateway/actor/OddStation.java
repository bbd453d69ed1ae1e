package dev.headroom.gateway.actor;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.StationAddress;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.station.Station;
import dev.headroom.world.station.StationSpec;
import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A station of the world with its quirks and a charger of the actors in it, on a real socket and in
 * real time. A vehicle that takes all it is offered stands at it.
 */
public final class OddStation implements AutoCloseable {

  private static final Supply SUPPLY = Supply.WYE_400Y_230;
  private static final int MOST_MILLIAMPS = 32_000;
  private static final long STEP_MILLIS = 20;

  private final Agenda agenda = new Agenda(Instant.now());
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final String id;
  private final ChargingStation charger;
  private final Station station;
  private volatile Optional<RuntimeException> fault = Optional.empty();

  /** One that connects by itself within some seconds. */
  public OddStation(int port, String id, String password, StationSpec spec, long seed) {
    this.id = id;
    SplittableRandom random = new SplittableRandom(seed);
    this.charger = new ChargingStation(id, SUPPLY, List.of(evse(id)), spec.rules(), agenda.now());
    this.station =
        new Station(
            agenda,
            random,
            charger,
            spec,
            Sabotage.NONE,
            (_, _, _, _, _) -> {},
            new SocketDoor(port, password, spec.version(), agenda, random.split(), this::run));
    thread.scheduleAtFixedRate(this::live, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Evse evse(String id) {
    return new Evse(
        "evse-1",
        "service",
        40_000,
        new StationAddress(id, 1),
        new Wiring.ThreePhase(Phase.L2),
        MOST_MILLIAMPS,
        6000,
        6000,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  private void run(Runnable what) {
    thread.execute(
        () -> {
          live();
          guarded(what);
        });
  }

  private void live() {
    Instant now = Instant.now();
    if (now.isAfter(agenda.now())) {
      guarded(
          () -> {
            agenda.runUntil(now);
            charger.advance(now);
          });
    }
  }

  private void guarded(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException thrown) {
      fault = Optional.of(thrown);
    }
  }

  /** Fails if something has gone wrong in it that is no quirk. */
  public void assertSound() {
    fault.ifPresent(
        thrown -> {
          throw new AssertionError(id, thrown);
        });
  }

  private <T> T ask(Supplier<T> what) {
    assertSound();
    return CompletableFuture.supplyAsync(what, thread).orTimeout(10, TimeUnit.SECONDS).join();
  }

  public String id() {
    return id;
  }

  /** A vehicle comes and charges at once. */
  public void plug() {
    VehicleSpec takesAll =
        new VehicleSpec(6000, MOST_MILLIAMPS, 3, 1_000_000, VehicleSpec.USUAL_RESPONSE, false);
    run(() -> station.plug(1, new Vehicle(takesAll)));
  }

  /** Something befalls it for so long. */
  public void befall(FaultKind what, double size, Duration lasts) {
    run(
        () -> {
          Instant now = agenda.now();
          Fault fault = new Fault(what, id, size, now, now.plus(lasts));
          station.begin(fault);
          agenda.at(fault.end(), () -> station.end(fault));
        });
  }

  /** What it offers its vehicle, in milliamperes. */
  public int offered() {
    return ask(() -> connector().offeredMilliamps());
  }

  /** What its vehicle draws, in milliamperes. */
  public int drawn() {
    return ask(() -> connector().drawMilliamps());
  }

  private Connector connector() {
    return charger.connector(1);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
