package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.control.Write;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.RateUnit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Why a charger is called. */
public sealed interface Errand {

  /** The profile that is written by it, if one is. */
  default Optional<Profile> writes() {
    return switch (this) {
      case InstallMaximum(Profile profile) -> Optional.of(profile);
      case InstallBase base -> Optional.of(base.profile);
      case Push push -> Optional.of(push.profile);
      case Identify _,
          ReadCapabilities _,
          ListProfiles _,
          Clear _,
          Configure _,
          AskSchedule _,
          Rekey _ ->
          Optional.empty();
    };
  }

  /** Ask a station that did not boot what it is. */
  record Identify() implements Errand {}

  /** Ask what its smart charging can do. */
  record ReadCapabilities() implements Errand {}

  /** Ask which profiles it holds; it tells them by {@link Listener#listed}. */
  record ListProfiles() implements Errand {}

  /** Install the most the whole station may draw. */
  record InstallMaximum(Profile profile) implements Errand {}

  /**
   * Install an EVSE's base profile.
   *
   * @param holdsFallback false if the charger cannot be told the fallback, and is told the least it
   *     takes instead
   */
  record InstallBase(Profile profile, boolean holdsFallback) implements Errand {}

  /** Remove a profile that somebody else left there. */
  record Clear(int profileId) implements Errand {}

  /**
   * Set a variable.
   *
   * @param key as the version names it; in 2.0.1 {@code Component.Variable}
   * @param alternatives tried one after the other where the value is refused
   */
  record Configure(String key, String value, List<String> alternatives) implements Errand {
    public Configure {
      alternatives = List.copyOf(alternatives);
    }

    /** What to try where this was refused. */
    public Optional<Configure> next() {
      return alternatives.stream()
          .findFirst()
          .map(value -> new Configure(key, value, alternatives.subList(1, alternatives.size())));
    }
  }

  /** Ask which schedule an EVSE is going to follow. */
  record AskSchedule(int evseId, Duration ahead, RateUnit unit) implements Errand {}

  /** Give it another password for its connections to us. */
  record Rekey(Secret password) implements Errand {}

  /** Write a live profile. */
  record Push(Write write, Profile profile) implements Errand {}
}
