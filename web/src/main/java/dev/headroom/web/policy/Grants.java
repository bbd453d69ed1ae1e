package dev.headroom.web.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that somebody may do. Where several actions are named, any of them is enough. */
public record Grants(List<Grant> all) {

  public static final Grants NONE = new Grants(List.of());
  public static final Grants EVERYTHING =
      new Grants(List.of(new Grant(Role.ADMIN, SitePattern.EVERY)));

  /** More of them in one token are not looked at. */
  static final int MOST = 256;

  public Grants {
    all = List.copyOf(all);
  }

  /** What these texts grant; those that grant nothing are passed over. */
  public static Grants of(Collection<String> texts) {
    return new Grants(
        texts.stream().limit(MOST).map(Grant::parse).flatMap(Optional::stream).toList());
  }

  public boolean allows(Set<Action> any, String site) {
    return any.stream()
        .anyMatch(action -> all.stream().anyMatch(grant -> grant.allows(action, site)));
  }

  /** Whether there could be a site where it is allowed. */
  public boolean allowsSomewhere(Set<Action> any) {
    return all.stream().anyMatch(grant -> any.stream().anyMatch(grant.role()::may));
  }

  /** Whether it is allowed at all sites, and so for what belongs to none. */
  public boolean allowsEverywhere(Set<Action> any) {
    return all.stream()
        .filter(grant -> grant.sites().matchesEvery())
        .anyMatch(grant -> any.stream().anyMatch(grant.role()::may));
  }

  /** Where it is allowed. */
  public Set<SitePattern> sites(Set<Action> any) {
    return all.stream()
        .filter(grant -> any.stream().anyMatch(grant.role()::may))
        .map(Grant::sites)
        .collect(Collectors.toUnmodifiableSet());
  }
}
