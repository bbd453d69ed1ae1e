package dev.headroom.actors.charger;

import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.actors.profile.Conductors;
import dev.headroom.actors.profile.Transaction;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One EVSE with its cable: offers a current, is drawn from, counts energy. Offers only within a
 * transaction.
 */
public final class Connector {

  private final Evse evse;
  private final Supply supply;
  private final Conductors conductors;
  private Optional<Vehicle> vehicle = Optional.empty();
  private Optional<Transaction> transaction = Optional.empty();
  private boolean hadTransaction;
  private int followedMilliamps;
  private int offeredMilliamps;
  private long energyMillijoules;
  private Standing standing = Standing.NOTHING;
  private LineCurrents currents = LineCurrents.NONE;
  private int currentsOf;
  private int currentsOn;

  public Connector(Evse evse, Supply supply) {
    this.evse = evse;
    this.supply = supply;
    this.conductors = Conductors.of(evse, supply);
  }

  /**
   * A vehicle is plugged in.
   *
   * @throws IllegalStateException if one is there already
   */
  public void plug(Vehicle arrived) {
    if (vehicle.isPresent()) {
      throw new IllegalStateException("a vehicle is plugged in at " + evse.name());
    }
    vehicle = Optional.of(arrived);
    hadTransaction = false;
  }

  /** The cable is pulled; whoever keeps the transaction ends it first. */
  void unplug() {
    vehicle = Optional.empty();
    hadTransaction = false;
    offeredMilliamps = 0;
  }

  void begin(Instant now) {
    transaction = Optional.of(new Transaction(Optional.empty(), now));
    hadTransaction = true;
  }

  void name(String transactionId) {
    transaction =
        transaction.map(known -> new Transaction(Optional.of(transactionId), known.startedAt()));
  }

  void end() {
    transaction = Optional.empty();
    offeredMilliamps = 0;
  }

  /** Time passes under the offer so far; then this one holds. */
  void advance(Instant now, Duration passed, int limitMilliamps) {
    long millijoules = drawMilliamps() == 0 ? 0 : watts() * passed.toMillis();
    energyMillijoules += millijoules;
    followedMilliamps = transaction.isEmpty() ? 0 : limitMilliamps;
    offeredMilliamps = transaction.isEmpty() ? 0 : offer(limitMilliamps);
    if (vehicle.isPresent()) {
      Vehicle present = vehicle.get();
      present.take(millijoules);
      present.pilot(offeredMilliamps, now);
      present.advance(now);
    }
  }

  /** What was last worked out of its limit. */
  Standing standing() {
    return standing;
  }

  void stands(Standing next) {
    standing = next;
  }

  /** The limit that it followed last, before its pilot rounded it; 0 without a transaction. */
  int followedMilliamps() {
    return followedMilliamps;
  }

  /** AC: the current its pilot can say that lies nearest below. DC has no pilot. */
  private int offer(int limitMilliamps) {
    int bounded = Math.min(limitMilliamps, maximumMilliamps());
    int offered =
        switch (evse.output()) {
          case Output.Ac ac -> ac.steps().atMost(bounded);
          case Output.Dc _ -> bounded;
        };
    return offered < floorMilliamps() ? 0 : offered;
  }

  public ConnectorStatus status() {
    if (vehicle.isEmpty()) {
      return ConnectorStatus.AVAILABLE;
    }
    if (transaction.isEmpty()) {
      return hadTransaction ? ConnectorStatus.FINISHING : ConnectorStatus.PREPARING;
    }
    if (offeredMilliamps == 0) {
      return ConnectorStatus.SUSPENDED_EVSE;
    }
    Vehicle present = vehicle.get();
    boolean refuses =
        present.satisfied()
            || present.isAsleep()
            || offeredMilliamps < present.spec().minimumMilliamps();
    return refuses ? ConnectorStatus.SUSPENDED_EV : ConnectorStatus.CHARGING;
  }

  /** What the vehicle draws on each line it uses, in milliamperes. */
  public int drawMilliamps() {
    return transaction.isEmpty() ? 0 : vehicle.map(Vehicle::drawMilliamps).orElse(0);
  }

  /** The site's lines it loads now, as phasors. */
  public LineCurrents currents() {
    int draw = drawMilliamps();
    int used = conductorsInUse();
    if (draw != currentsOf || used != currentsOn) {
      currents = currents(used, draw);
      currentsOf = draw;
      currentsOn = used;
    }
    return currents;
  }

  private LineCurrents currents(int conductorsUsed, int milliamps) {
    LineCurrents inPhase = LineCurrents.behind(supply, evse.wiring(), conductorsUsed, milliamps);
    return switch (evse.output()) {
      case Output.Ac ac -> inPhase;
      case Output.Dc dc -> inPhase.lagging(dc.input().powerFactorPermille());
    };
  }

  /** Power that the vehicle takes now. */
  public long watts() {
    return conductors.watts(drawMilliamps(), conductorsInUse());
  }

  /** How many of its conductors the vehicle loads; a rectifier loads them all. */
  public int conductorsInUse() {
    int phases = vehicle.map(present -> present.spec().phases()).orElse(3);
    boolean all = conductors.rectifier() || !supply.system().hasNeutral();
    return all ? conductors.count() : Math.min(phases, conductors.count());
  }

  /** Whether the vehicle gets direct current. */
  public boolean isDc() {
    return conductors.rectifier();
  }

  /** The most line current it takes, at the voltage that is really there, in milliamperes. */
  public int maximumMilliamps() {
    return switch (evse.output()) {
      case Output.Ac ac -> ac.maximumMilliamps();
      case Output.Dc dc -> conductors.milliamps(dc.ratedWatts());
    };
  }

  /** The least line current at which it gives anything, in milliamperes. */
  public int floorMilliamps() {
    return switch (evse.output()) {
      case Output.Ac ac -> Output.PILOT_FLOOR_MILLIAMPS;
      case Output.Dc dc -> conductors.milliamps(dc.minimumWatts());
    };
  }

  /** What it offers the vehicle now. */
  public long offeredWatts() {
    return watts(offeredMilliamps);
  }

  /** What a vehicle gets from this line current on all conductors. */
  public long watts(int milliamps) {
    return conductors.watts(milliamps, conductors.count());
  }

  /** How many phases it can charge on: three, or one between two lines as well. */
  public int phases() {
    return conductors.count();
  }

  /** Across the load of one of its conductors, or between its two lines. */
  public int elementVolts() {
    return evse.wiring().volts(supply) / conductors.count();
  }

  /** The most it can give. */
  public long maximumWatts() {
    return switch (evse.output()) {
      case Output.Ac ac -> conductors.watts(ac.maximumMilliamps(), conductors.count());
      case Output.Dc dc -> dc.ratedWatts();
    };
  }

  Conductors conductors() {
    return conductors;
  }

  public long energyWattHours() {
    return energyMillijoules / 3_600_000L;
  }

  public Optional<Transaction> transaction() {
    return transaction;
  }

  public Optional<Vehicle> vehicle() {
    return vehicle;
  }

  /** What the pilot offers now, in milliamperes; 0 for none. */
  public int offeredMilliamps() {
    return offeredMilliamps;
  }

  public Evse evse() {
    return evse;
  }

  public Supply supply() {
    return supply;
  }
}
