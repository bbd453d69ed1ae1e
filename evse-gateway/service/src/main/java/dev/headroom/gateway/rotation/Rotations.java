package dev.headroom.gateway.rotation;

import dev.headroom.gateway.core.dialect.Outcome;
import dev.headroom.gateway.core.dialect.Secret;
import dev.headroom.gateway.credential.Passwords;
import dev.headroom.gateway.metric.GatewayMetrics;
import dev.headroom.gateway.problem.Refused;
import dev.headroom.gateway.station.ConnectedStations;
import dev.headroom.gateway.station.RotationStore;
import dev.headroom.web.outbox.AuditRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gives stations other passwords. The hash is on record before the station hears of the password,
 * and the one it has stays right until it came back with the other: whatever ends in between, the
 * station gets in with whichever it has.
 */
@ApplicationScoped
public class Rotations {

  private static final Logger LOG = Logger.getLogger(Rotations.class);

  private final RotationStore store;
  private final Passwords passwords;
  private final ConnectedStations connected;
  private final GatewayMetrics metrics;

  /** By station, the hash of the password it was told. */
  private final Map<String, String> told = new ConcurrentHashMap<>();

  Rotations(
      RotationStore store,
      Passwords passwords,
      ConnectedStations connected,
      GatewayMetrics metrics) {
    this.store = store;
    this.passwords = passwords;
    this.connected = connected;
    this.metrics = metrics;
  }

  /** Tells a station that is connected here another password; it may take its time to answer. */
  CompletionStage<Void> begin(String station, Supplier<AuditRow> audit) {
    if (connected.spoken(station).isEmpty()) {
      throw notConnected(station);
    }
    Secret password = new Secret(NewPassword.make());
    return passwords
        .hash(password.text())
        .thenCompose(
            hash ->
                store
                    .begin(station, hash, Instant.now().truncatedTo(ChronoUnit.MICROS), audit)
                    .thenCompose(begun -> tell(station, password, hash, begun)));
  }

  private CompletionStage<Void> tell(
      String station, Secret password, String hash, RotationStore.Begun begun) {
    switch (begun) {
      case UNKNOWN_STATION ->
          throw Refused.notFound("no charging station '" + station + "' is known");
      case NO_PASSWORD ->
          throw Refused.conflict("'" + station + "' shows a certificate and has no password");
      case UNDER_WAY ->
          throw Refused.conflict(
              "'"
                  + station
                  + "' was told another password and may have it; let it come back, or provision"
                  + " it anew");
      case YES -> {}
    }
    told.put(station, hash);
    if (connected.rekey(station, password)) {
      LOG.infof("station %s is told another password", station);
      return CompletableFuture.completedStage(null);
    }
    told.remove(station, hash);
    return store
        .dropped(station, hash)
        .thenApply(
            gone -> {
              throw notConnected(station);
            });
  }

  /** What the station said of the password it was told; done once that is on record. */
  public CompletionStage<Void> answered(String station, Outcome outcome) {
    Optional<String> hash = Optional.ofNullable(told.remove(station));
    metrics.rotation(outcome.getClass().getSimpleName());
    LOG.infof("station %s on its other password: %s", station, outcome);
    return switch (outcome) {
      case Outcome.Done _, Outcome.NeedsReboot _ ->
          hash.map(it -> store.accepted(station, it)).orElse(nothing());
      case Outcome.Refused _ -> hash.map(it -> store.dropped(station, it)).orElse(nothing());
      // It may have the password or not: both are right until it shows which.
      case Outcome other -> nothing();
    };
  }

  /** The station's socket is gone. */
  public void gone(String station) {
    told.remove(station);
  }

  private static CompletionStage<Void> nothing() {
    return CompletableFuture.completedStage(null);
  }

  private static Refused notConnected(String station) {
    return Refused.conflict("'" + station + "' is not connected to this gateway");
  }
}
