package dev.headroom.gateway.core.control;

import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.profile.EvseProfiles;
import java.time.Instant;
import java.util.Optional;

/** The live profile as it stands in the charger, as far as its answers tell. */
final class LiveProfile {

  private final Timing timing;
  private InForce inForce;
  private Optional<Instant> writtenAt = Optional.empty();
  private Optional<Write> inFlight = Optional.empty();
  private Attempts attempts = Attempts.NONE;
  private boolean rewrite;

  LiveProfile(Timing timing, InForce inForce) {
    this.timing = timing;
    this.inForce = inForce;
  }

  /** No live profile of ours stands; this is in force without one. */
  void forget(InForce without) {
    inForce = without;
    writtenAt = Optional.empty();
    inFlight = Optional.empty();
    attempts = Attempts.NONE;
    rewrite = false;
  }

  InForce inForce() {
    return inForce;
  }

  boolean isBeingWritten() {
    return inFlight.isPresent();
  }

  /** It is to be written once more, whatever is in force. */
  void rewrite() {
    rewrite = true;
  }

  /** What is in force lets other currents flow than it did, up to this one. */
  void scale(int fromPermille, int toPermille, int mostMilliamps) {
    inForce = inForce.scaled(fromPermille, toPermille, mostMilliamps);
  }

  void sent(Write write) {
    rewrite = false;
    inFlight = Optional.of(write);
  }

  /** The write that the charger has accepted; empty if it no longer matters. */
  Optional<Write> accepted(Instant sentAt) {
    Optional<Write> write = takeInFlight();
    if (write.isPresent()) {
      inForce = InForce.exactly(write.get().limitMilliamps());
      writtenAt = Optional.of(sentAt);
      attempts = Attempts.NONE;
    }
    return write;
  }

  void refused(Instant now) {
    takeInFlight().ifPresent(write -> attempts = attempts.failed(write.limitMilliamps(), now));
  }

  void unanswered(Instant now) {
    takeInFlight()
        .ifPresent(
            write -> {
              inForce = inForce.unanswered(write.limitMilliamps());
              attempts = attempts.failed(write.limitMilliamps(), now);
            });
  }

  /** Whether this limit was refused as often as it is tried. */
  boolean hasGivenUp(int limitMilliamps) {
    return attempts.hasGivenUp(limitMilliamps, timing);
  }

  /** Whether just this limit is in force: by the base profile, or by a live one within its TTL. */
  boolean enforces(int limitMilliamps, boolean baseAccepted, Instant now) {
    if (!inForce.isExact() || inForce.knownMilliamps() != limitMilliamps || isBeingWritten()) {
      return false;
    }
    return writtenAt
        .map(at -> now.isBefore(at.plus(timing.ttl()).minus(EvseProfiles.BACKDATING)))
        .orElse(baseAccepted);
  }

  /** What writing this limit would do, if it is worth writing and may be. */
  Optional<Write.Kind> due(int limitMilliamps, SitePermission permission, Instant now) {
    return kind(limitMilliamps, permission, now)
        .filter(kind -> attempts.permit(limitMilliamps, timing, now));
  }

  private Optional<Write.Kind> kind(int limit, SitePermission permission, Instant now) {
    if (limit < inForce.mostMilliamps()) {
      return Optional.of(Write.Kind.CUT);
    }
    if (permission instanceof SitePermission.CutOnly) {
      return Optional.empty();
    }
    if (limit > inForce.knownMilliamps() || !inForce.isExact()) {
      return Optional.of(Write.Kind.RAISE);
    }
    return permission instanceof SitePermission.Held && isToBeRefreshed(now)
        ? Optional.of(Write.Kind.REFRESH)
        : Optional.empty();
  }

  /** When it was written, if just this profile is known to stand, within its TTL. */
  Optional<Instant> standsSince(Instant now) {
    return fallsAt().filter(now::isBefore).flatMap(at -> writtenAt);
  }

  /** When its first level is over, if just this profile is known to stand. */
  Optional<Instant> fallsAt() {
    return inForce.isExact() && inFlight.isEmpty()
        ? writtenAt.map(at -> at.plus(timing.ttl()))
        : Optional.empty();
  }

  /** Whether its first level is over by now, for all that is known. */
  boolean hasRunOut(Instant now) {
    return writtenAt.filter(at -> !now.isBefore(at.plus(timing.ttl()))).isPresent();
  }

  private boolean isToBeRefreshed(Instant now) {
    return rewrite || writtenAt.filter(at -> !now.isBefore(at.plus(timing.refresh()))).isPresent();
  }

  private Optional<Write> takeInFlight() {
    Optional<Write> taken = inFlight;
    inFlight = Optional.empty();
    return taken;
  }
}
