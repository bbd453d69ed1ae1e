package dev.headroom.web.access;

import dev.headroom.web.policy.Action;
import dev.headroom.web.policy.Grants;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and what they may.
 *
 * @param subject of the token
 * @param issuer of the token; empty for whoever is at this machine where nobody is asked
 * @param until when the token ends; a stream must not outlive it
 */
public record Caller(
    String subject, Optional<String> issuer, Grants grants, Optional<Instant> until) {

  /** Whoever is at this machine. */
  public static final Caller AT_THIS_MACHINE =
      new Caller("anonymous on loopback", Optional.empty(), Grants.EVERYTHING, Optional.empty());

  /** Whether one of the actions is allowed at the site. */
  public boolean may(Set<Action> any, String site) {
    return grants.allows(any, site);
  }

  public boolean may(Action action, String site) {
    return may(EnumSet.of(action), site);
  }

  /**
   * Goes on if one of the actions is allowed at each of these sites; at all there are if these are
   * none, since what belongs to no site is nobody's in particular.
   *
   * @throws Denied if not
   */
  public void require(Set<Action> any, Collection<String> sites) {
    boolean allowed =
        sites.isEmpty()
            ? grants.allowsEverywhere(any)
            : sites.stream().allMatch(site -> may(any, site));
    if (!allowed) {
      throw new Denied(refusal(any, sites));
    }
  }

  /** As {@link #require(Set, Collection)}. */
  public void require(Action action, Collection<String> sites) {
    require(EnumSet.of(action), sites);
  }

  private Refusal refusal(Set<Action> any, Collection<String> sites) {
    if (!grants.allowsSomewhere(any)) {
      return Refusal.role(any);
    }
    List<String> named = sites.stream().filter(site -> !may(any, site)).limit(3).toList();
    return Refusal.site(named);
  }
}
