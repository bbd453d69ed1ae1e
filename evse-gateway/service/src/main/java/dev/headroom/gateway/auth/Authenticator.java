package dev.headroom.gateway.auth;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.credential.Passwords;
import dev.headroom.gateway.credential.VerifiedCredentials;
import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.station.Known;
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
  private final Proofs proofs;
  private final VerifiedCredentials verified;
  private final Certificates certificates;
  private final ProfileFloor floor;
  private final RefusalAudit audit;
  private final GatewayConfig.Credentials config;
  private final AttemptLimiter perStation;
  private final AttemptLimiter perAddress;

  Authenticator(
      Stations stations,
      Proofs proofs,
      VerifiedCredentials verified,
      Certificates certificates,
      ProfileFloor floor,
      RefusalAudit audit,
      GatewayConfig configuration) {
    this.stations = stations;
    this.proofs = proofs;
    this.verified = verified;
    this.certificates = certificates;
    this.floor = floor;
    this.audit = audit;
    this.config = configuration.credentials();
    GatewayConfig.Attempts attempts = configuration.attempts();
    this.perStation = new AttemptLimiter(attempts.perStation(), attempts.refill());
    this.perAddress = new AttemptLimiter(attempts.perAddress(), attempts.refill());
  }

  /** What becomes of a request; whoever is refused has used up an attempt. */
  CompletionStage<Verdict> judge(Presented presented, Instant now) {
    String station = presented.station();
    Optional<ForbiddenReason> wrong =
        presented.certificate().flatMap(it -> certificates.refusal(it, station, now));
    if (wrong.isEmpty() && holds(presented, now, true)) {
      return CompletableFuture.completedStage(new Verdict.Welcome());
    }
    String pair = station + " " + presented.address();
    if (!perStation.allows(pair, now) || !perAddress.allows(presented.address(), now)) {
      return CompletableFuture.completedStage(new Verdict.TooManyAttempts());
    }
    // Counted as failed until it is known to be right: attempts side by side count too.
    perStation.failed(pair, now);
    return wrong
        .<CompletionStage<Verdict>>map(
            reason -> CompletableFuture.completedStage(new Verdict.Forbidden(reason)))
        .orElseGet(() -> ask(presented, now))
        .thenApply(
            verdict -> {
              switch (verdict) {
                case Verdict.Forbidden(ForbiddenReason reason) -> {
                  perAddress.failed(presented.address(), now);
                  audit.refused(presented, reason);
                }
                case Verdict.Unauthorized _ -> perAddress.failed(presented.address(), now);
                case Verdict.Welcome _, Verdict.TooManyAttempts _, Verdict.Unavailable _ ->
                    perStation.forgive(pair);
              }
              return verdict;
            });
  }

  /** Who shows a certificate needs no password, but has to be known. */
  private CompletionStage<Verdict> ask(Presented presented, Instant now) {
    if (proof(presented).isEmpty()) {
      return CompletableFuture.completedStage(new Verdict.Unauthorized());
    }
    return stations
        .known(presented.station())
        .thenCompose(
            known ->
                proofs
                    .check(presented, known, now)
                    .thenCompose(
                        right ->
                            right && known.isPresent()
                                ? admit(presented, known.get())
                                : CompletableFuture.completedStage(new Verdict.Unauthorized())))
        .handle(
            (verdict, failure) -> {
              if (failure != null) {
                return Database.isAway(failure)
                        && !Database.isBusy(failure)
                        && holds(presented, now, false)
                    ? new Verdict.Welcome()
                    : new Verdict.Unavailable();
              }
              if (verdict instanceof Verdict.Welcome) {
                verified.verified(presented.station(), proof(presented).orElseThrow(), now);
              }
              return verdict;
            });
  }

  /** A profile higher than ever before is on record before the socket opens. */
  private CompletionStage<Verdict> admit(Presented presented, Known known) {
    if (!floor.admits(presented.station(), known, presented.profile())) {
      return CompletableFuture.completedStage(
          new Verdict.Forbidden(ForbiddenReason.PROFILE_TOO_LOW));
    }
    int profile = presented.profile().number();
    return profile <= known.seenProfile()
        ? CompletableFuture.completedStage(new Verdict.Welcome())
        : stations.used(presented.station(), profile).thenApply(kept -> new Verdict.Welcome());
  }

  private boolean holds(Presented presented, Instant now, boolean fresh) {
    return proof(presented)
        .filter(
            proof ->
                verified.holds(
                    presented.station(), proof, now, fresh ? config.fresh() : config.grace()))
        .isPresent();
  }

  /**
   * What is remembered of it. The profile is part of it: what was right on a higher one is not
   * known to be right on a lower.
   */
  private static Optional<String> proof(Presented presented) {
    String profile = presented.profile().number() + " ";
    return presented
        .certificate()
        .map(Certificates::fingerprint)
        .or(() -> presented.password().filter(text -> text.length() <= Passwords.LONGEST))
        .map(text -> profile + text);
  }
}
