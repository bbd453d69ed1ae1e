package dev.headroom.gateway.auth;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.credential.Passwords;
import dev.headroom.gateway.credential.VerifiedCredentials;
import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.station.Stations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides who may open a socket as which station. */
@ApplicationScoped
class Authenticator {

  private final Stations stations;
  private final Passwords passwords;
  private final VerifiedCredentials verified;
  private final GatewayConfig.Credentials config;
  private final AttemptLimiter perStation;
  private final AttemptLimiter perAddress;

  Authenticator(
      Stations stations,
      Passwords passwords,
      VerifiedCredentials verified,
      GatewayConfig configuration) {
    this.stations = stations;
    this.passwords = passwords;
    this.verified = verified;
    this.config = configuration.credentials();
    GatewayConfig.Attempts attempts = configuration.attempts();
    this.perStation = new AttemptLimiter(attempts.perStation(), attempts.refill());
    this.perAddress = new AttemptLimiter(attempts.perAddress(), attempts.refill());
  }

  /**
   * @param password empty when none was given for this station
   * @param address where the request comes from, without port
   */
  CompletionStage<Verdict> judge(
      String station, Optional<String> password, String address, Instant now) {
    if (password.isPresent() && verified.holds(station, password.get(), now, config.fresh())) {
      return CompletableFuture.completedStage(new Verdict.Welcome());
    }
    String pair = station + " " + address;
    if (!perStation.allows(pair, now) || !perAddress.allows(address, now)) {
      return CompletableFuture.completedStage(new Verdict.TooManyAttempts());
    }
    // Counted as failed until it is known to be right: attempts side by side count too.
    perStation.failed(pair, now);
    if (password.isEmpty() || password.get().length() > Passwords.LONGEST) {
      perAddress.failed(address, now);
      return CompletableFuture.completedStage(new Verdict.Unauthorized());
    }
    return stations
        .passwordHash(station)
        .thenCompose(hash -> passwords.verify(password.get(), hash))
        .handle((right, failure) -> verdict(station, password.get(), right, failure, now))
        .thenApply(
            verdict -> {
              if (verdict instanceof Verdict.Unauthorized) {
                perAddress.failed(address, now);
              } else {
                perStation.forgive(pair);
              }
              return verdict;
            });
  }

  private Verdict verdict(
      String station, String password, Boolean right, Throwable failure, Instant now) {
    if (failure == null) {
      if (right) {
        verified.verified(station, password, now);
        return new Verdict.Welcome();
      }
      return new Verdict.Unauthorized();
    }
    boolean knownBefore =
        Database.isAway(failure) && verified.holds(station, password, now, config.grace());
    return knownBefore ? new Verdict.Welcome() : new Verdict.Unavailable();
  }
}
