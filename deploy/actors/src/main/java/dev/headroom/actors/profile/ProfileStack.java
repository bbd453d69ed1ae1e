package dev.headroom.actors.profile;

import dev.headroom.actors.profile.Installation.Accepted;
import dev.headroom.actors.profile.Installation.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The charging profiles of one charging station and what they add up to (OCPP 1.6 §3.13, §5.16;
 * 2.0.1 K01). Time comes in as an argument; it goes on obeying its schedules whether anybody is
 * connected or not.
 */
public final class ProfileStack {

  private final ProfileRules rules;
  private final StackBounds bounds;
  private final List<InstalledProfile> installed = new ArrayList<>();

  public ProfileStack(ProfileRules rules, StackBounds bounds) {
    this.rules = rules;
    this.bounds = bounds;
  }

  /**
   * Installs a profile. The same id replaces; the same purpose and stack level on the same
   * connector replaces too, or is rejected, by the rules. Nothing is ever without a profile in
   * between.
   *
   * @param connector 0 for the station
   * @param transaction the one that runs at this connector
   */
  public Installation install(
      int connector, ChargingProfile profile, Optional<Transaction> transaction) {
    Optional<String> fault = fault(connector, profile, transaction);
    if (fault.isPresent()) {
      return new Rejected(fault.get());
    }
    InstalledProfile arrived = new InstalledProfile(connector, profile);
    List<InstalledProfile> others =
        installed.stream().filter(old -> old.profile().id() != profile.id()).toList();
    List<InstalledProfile> kept =
        others.stream().filter(old -> !old.sharesPlaceWith(arrived)).toList();
    if (!rules.replacesOnSameLevel() && kept.size() < others.size()) {
      return new Rejected("another profile has this purpose and stack level");
    }
    if (kept.size() >= bounds.maxInstalled()) {
      return new Rejected("no room for another profile");
    }
    installed.clear();
    installed.addAll(kept);
    installed.add(arrived);
    return new Accepted();
  }

  private Optional<String> fault(
      int connector, ChargingProfile profile, Optional<Transaction> transaction) {
    if (profile.stackLevel() < 0 || profile.stackLevel() > bounds.maxStackLevel()) {
      return Optional.of("stack level outside 0 to " + bounds.maxStackLevel());
    }
    if (profile.schedule().periods().size() > bounds.maxPeriods()) {
      return Optional.of("more than " + bounds.maxPeriods() + " periods");
    }
    Optional<String> startFault = rules.startFault(profile);
    if (startFault.isPresent()) {
      return startFault;
    }
    return switch (profile.purpose()) {
      case STATION_MAX ->
          connector != 0 || profile.kind() == ProfileKind.RELATIVE
              ? Optional.of("a station maximum belongs to connector 0 and is never relative")
              : Optional.empty();
      case TX_DEFAULT -> Optional.empty();
      case TX -> transactionFault(connector, profile, transaction);
    };
  }

  private static Optional<String> transactionFault(
      int connector, ChargingProfile profile, Optional<Transaction> transaction) {
    if (connector == 0) {
      return Optional.of("a transaction's profile belongs to a connector");
    }
    if (transaction.isEmpty()) {
      return Optional.of("no transaction on connector " + connector);
    }
    if (profile.transactionId().isEmpty()
        || !profile.transactionId().equals(transaction.get().id())) {
      return Optional.of(
          "transaction " + profile.transactionId().orElse("none") + " is not running here");
    }
    return Optional.empty();
  }

  /** Removes what the filter means; how many that were. */
  public int clear(ProfileFilter filter) {
    int before = installed.size();
    installed.removeIf(filter::matches);
    return before - installed.size();
  }

  /** A transaction's profiles end with it. */
  public void transactionEnded(int connector) {
    installed.removeIf(
        old -> old.connector() == connector && old.profile().purpose() == ProfilePurpose.TX);
  }

  /** Transactions do not survive a reboot; station maximum and defaults do. */
  public void rebooted() {
    installed.removeIf(old -> old.profile().purpose() == ProfilePurpose.TX);
  }

  /** Nothing is kept. */
  public void forget() {
    installed.clear();
  }

  /** The bound of the whole station now, in milliamperes; empty if no profile sets one. */
  public OptionalInt stationMaximumAt(Instant now, Conductors conductors) {
    return limitAt(0, ProfilePurpose.STATION_MAX, Optional.empty(), now, conductors);
  }

  /**
   * What a connector's own profiles allow now, in milliamperes: the transaction's before the
   * connector's default before the station's default. Empty if none is valid: the charger then
   * gives its own maximum.
   */
  public OptionalInt connectorLimitAt(
      int connector, Optional<Transaction> transaction, Instant now, Conductors conductors) {
    Optional<Instant> start = transaction.map(Transaction::startedAt);
    OptionalInt own =
        transaction.isPresent()
            ? limitAt(connector, ProfilePurpose.TX, start, now, conductors)
            : OptionalInt.empty();
    if (own.isEmpty()) {
      own = limitAt(connector, ProfilePurpose.TX_DEFAULT, start, now, conductors);
    }
    return own.isPresent() ? own : limitAt(0, ProfilePurpose.TX_DEFAULT, start, now, conductors);
  }

  /**
   * Until when nothing that bounds a connector changes by time alone; maybe earlier than it does.
   */
  public Instant nextChangeAfter(Instant now, int connector, Optional<Transaction> transaction) {
    Optional<Instant> start = transaction.map(Transaction::startedAt);
    Instant next = Instant.MAX;
    for (InstalledProfile each : installed) {
      if (each.connector() == connector || each.connector() == 0) {
        next = earlier(next, each.profile().nextChangeAfter(now, start));
        next = earlier(next, each.profile().nextChangeAfter(now, Optional.empty()));
      }
    }
    return next;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private OptionalInt limitAt(
      int connector,
      ProfilePurpose purpose,
      Optional<Instant> transactionStart,
      Instant now,
      Conductors conductors) {
    OptionalInt limit = OptionalInt.empty();
    int level = Integer.MIN_VALUE;
    for (InstalledProfile each : installed) {
      ChargingProfile profile = each.profile();
      if (each.connector() == connector
          && profile.purpose() == purpose
          && profile.stackLevel() > level) {
        Optional<SchedulePeriod> period = profile.periodAt(now, transactionStart);
        if (period.isPresent()) {
          level = profile.stackLevel();
          limit = OptionalInt.of(conductors.milliamps(period.get(), profile.schedule().unit()));
        }
      }
    }
    return limit;
  }

  /** Those that the filter means. */
  public List<InstalledProfile> find(ProfileFilter filter) {
    return installed.stream().filter(filter::matches).toList();
  }

  public int size() {
    return installed.size();
  }
}
