package dev.headroom.actors.charger;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.Conductors;
import dev.headroom.actors.profile.Installation;
import dev.headroom.actors.profile.ProfileFilter;
import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.actors.profile.ProfileStack;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.profile.StackBounds;
import dev.headroom.actors.profile.Transaction;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A charging station: obeys its charging profiles by itself, connected or not. Somebody moves time
 * on by {@link #advance}, at least once a second while vehicles charge.
 */
public final class ChargingStation {

  private final String id;
  private final SortedMap<Integer, Connector> connectors = new TreeMap<>();
  private final ProfileStack profiles;
  private Manner manner = Manner.PROMPT;
  private Instant spikesUntil = Instant.MIN;
  private Duration clockError = Duration.ZERO;
  private boolean disobeys;
  private Telling telling = Telling.DRAW;
  private Instant now;

  /** Of profiles, transactions and its clock. */
  private long changes;

  /**
   * A station with its EVSEs.
   *
   * @param rules of the OCPP version it speaks
   */
  public ChargingStation(
      String id, Supply supply, List<Evse> evses, ProfileRules rules, Instant start) {
    this.id = id;
    this.profiles = new ProfileStack(rules, StackBounds.ROOMY);
    this.now = start;
    evses.forEach(evse -> connectors.put(evse.address().evseId(), new Connector(evse, supply)));
  }

  /** Moves time on; time that does not move is nothing. */
  public void advance(Instant to) {
    Duration passed = Duration.between(now, to);
    if (passed.isNegative()) {
      throw new IllegalArgumentException("time went back from " + now + " to " + to);
    }
    now = to;
    for (Connector each : connectors.values()) {
      each.advance(to, passed, followed(each.evse().address().evseId(), each, passed));
    }
  }

  private int followed(int number, Connector connector, Duration passed) {
    int maximum = connector.maximumMilliamps();
    if (disobeys || now.isBefore(spikesUntil)) {
      return maximum;
    }
    return manner.towards(
        limitMilliamps(number, now), connector.followedMilliamps(), maximum, passed);
  }

  /**
   * The limit in force on a connector at an instant, in milliamperes, whether a vehicle is there or
   * not: the least of its own maximum, its profiles, and its share of the station's maximum.
   */
  public int limitMilliamps(int number, Instant at) {
    return limitByItsClock(number, clockError.isZero() ? at : at.plus(clockError));
  }

  private int limitByItsClock(int number, Instant at) {
    Connector connector = connector(number);
    if (!connector.standing().holds(at, changes)) {
      connector.stands(stands(number, connector, at));
    }
    return connector.standing().milliamps();
  }

  private Standing stands(int number, Connector connector, Instant at) {
    int charging = 0;
    for (Connector each : connectors.values()) {
      charging += each.transaction().isPresent() ? 1 : 0;
    }
    Conductors conductors = connector.conductors();
    int share =
        profiles.stationMaximumAt(at, conductors).orElse(Integer.MAX_VALUE) / Math.max(1, charging);
    Optional<Transaction> begun = begunByItsClock(connector);
    int own = profiles.connectorLimitAt(number, begun, at, conductors).orElse(Integer.MAX_VALUE);
    int limit = Math.min(connector.maximumMilliamps(), Math.min(own, share));
    return new Standing(limit, at, profiles.nextChangeAfter(at, number, begun), changes);
  }

  /** The transaction began when it did, whatever the clock says: it measures what passed since. */
  private Optional<Transaction> begunByItsClock(Connector connector) {
    return clockError.isZero()
        ? connector.transaction()
        : connector
            .transaction()
            .map(real -> new Transaction(real.id(), real.startedAt().plus(clockError)));
  }

  /**
   * The limits from now on, one for each change, as GetCompositeSchedule asks; at most a day. One
   * that disobeys is honest about it.
   */
  public List<LimitFrom> compositeSchedule(int number, Duration ahead) {
    if (disobeys) {
      return List.of(new LimitFrom(0, connector(number).maximumMilliamps()));
    }
    long seconds = Math.min(ahead.toSeconds(), Duration.ofDays(1).toSeconds());
    List<LimitFrom> changes = new ArrayList<>();
    for (int second = 0; second < Math.max(1, seconds); second++) {
      int limit = limitMilliamps(number, now.plusSeconds(second));
      if (changes.isEmpty() || changes.getLast().limitMilliamps() != limit) {
        changes.add(new LimitFrom(second, limit));
      }
    }
    return changes;
  }

  /** A profile arrives; it holds at once. */
  public Installation install(int number, ChargingProfile profile) {
    if (number != 0 && !connectors.containsKey(number)) {
      return new Installation.Rejected("there is no connector " + number);
    }
    if (profile.schedule().unit() == RateUnit.A && concerned(number).anyMatch(Connector::isDc)) {
      return new Installation.Rejected("a DC EVSE is limited in watts");
    }
    Installation installation =
        profiles.install(
            number, profile, number == 0 ? Optional.empty() : connector(number).transaction());
    changes++;
    if (installation instanceof Installation.Accepted && !manner.spike().isZero()) {
      spikesUntil = now.plus(manner.spike());
    }
    advance(now);
    return installation;
  }

  private Stream<Connector> concerned(int number) {
    return number == 0 ? connectors.values().stream() : Stream.of(connector(number));
  }

  /** How many profiles were cleared. */
  public int clear(ProfileFilter filter) {
    int cleared = profiles.clear(filter);
    changes++;
    advance(now);
    return cleared;
  }

  /** From now on it follows its limits like this. */
  public void behave(Manner how) {
    manner = how;
  }

  /** Whether it goes on to take profiles, but offers its own maximum. */
  public void disobey(boolean whether) {
    disobeys = whether;
    advance(now);
  }

  /** From now on it tells this much of how it follows. */
  public void tell(Telling what) {
    telling = what;
  }

  /** What it tells of how it follows. */
  public Telling telling() {
    return telling;
  }

  /** Its clock, by which it reads schedules, is ahead by this; negative if behind. */
  public void setClockError(Duration ahead) {
    clockError = ahead;
    changes++;
    advance(now);
  }

  /** What its own clock shows. */
  public Instant clock() {
    return now.plus(clockError);
  }

  /** Every profile is gone, the lasting ones too: it offers its own maximum. */
  public void forgetProfiles() {
    profiles.forget();
    changes++;
    advance(now);
  }

  /** A transaction begins whose id comes later. */
  public void begin(int number) {
    connector(number).begin(now);
    changes++;
    advance(now);
  }

  /** The running transaction is given its name. */
  public void name(int number, String transactionId) {
    connector(number).name(transactionId);
  }

  /** The transaction ends, and its profiles with it. */
  public void end(int number) {
    connector(number).end();
    profiles.transactionEnded(number);
    changes++;
    advance(now);
  }

  /** The cable is pulled, which ends a transaction too. */
  public void unplug(int number) {
    end(number);
    connector(number).unplug();
  }

  /** Power is lost and comes back: transactions and their profiles are gone, defaults stay. */
  public void reboot() {
    connectors.values().forEach(Connector::end);
    profiles.rebooted();
    changes++;
    advance(now);
  }

  /**
   * A connector by its number, from 1.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Connector connector(int number) {
    Connector connector = connectors.get(number);
    if (connector == null) {
      throw new IllegalArgumentException("station " + id + " has no connector " + number);
    }
    return connector;
  }

  public Collection<Connector> connectors() {
    return Collections.unmodifiableCollection(connectors.values());
  }

  public ProfileStack profiles() {
    return profiles;
  }

  public Instant now() {
    return now;
  }

  public String id() {
    return id;
  }
}
