package dev.headroom.gateway.auth;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.credential.Passwords;
import dev.headroom.gateway.credential.RightPasswords;
import dev.headroom.gateway.station.Known;
import dev.headroom.gateway.station.Rotation;
import dev.headroom.gateway.station.RotationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whether what a peer shows is a station's. While a station may have another password, both are
 * right; which one it comes back with says what became of the other.
 */
@ApplicationScoped
class Proofs {

  private final Passwords passwords;
  private final RightPasswords found;
  private final RotationStore rotations;
  private final Duration patience;

  Proofs(Passwords passwords, RightPasswords found, RotationStore rotations, GatewayConfig config) {
    this.passwords = passwords;
    this.found = found;
    this.rotations = rotations;
    this.patience = config.credentials().rotation();
  }

  CompletionStage<Boolean> check(Presented presented, Optional<Known> known, Instant now) {
    if (presented.certificate().isPresent()) {
      return CompletableFuture.completedStage(known.isPresent());
    }
    String password = presented.password().orElseThrow();
    Optional<Rotation> rotation = known.flatMap(Known::rotation);
    return verify(presented.station(), password, known.flatMap(Known::passwordHash))
        .thenCompose(
            right ->
                rotation
                    .map(
                        other ->
                            right
                                ? cameWithTheOld(presented.station(), other, now)
                                : comesWithTheNew(presented.station(), password, other, now))
                    .orElse(CompletableFuture.completedStage(right)));
  }

  private CompletionStage<Boolean> verify(String station, String password, Optional<String> hash) {
    if (hash.filter(it -> found.isRight(station, password, it)).isPresent()) {
      return CompletableFuture.completedStage(true);
    }
    return passwords
        .verify(password, hash)
        .thenApply(
            right -> {
              if (right) {
                hash.ifPresent(it -> found.right(station, password, it));
              }
              return right;
            });
  }

  private CompletionStage<Boolean> cameWithTheOld(String station, Rotation other, Instant now) {
    return switch (other.old(now, patience)) {
      case RIGHT -> CompletableFuture.completedStage(true);
      case RIGHT_ALONE -> rotations.dropped(station, other.hash()).thenApply(gone -> true);
      case OVER -> CompletableFuture.completedStage(false);
    };
  }

  private CompletionStage<Boolean> comesWithTheNew(
      String station, String password, Rotation other, Instant now) {
    return verify(station, password, Optional.of(other.hash()))
        .thenCompose(
            right ->
                right
                    ? rotations.completed(station, other.hash(), now).thenApply(kept -> true)
                    : CompletableFuture.completedStage(false));
  }
}
