package dev.headroom.web.policy;

import java.util.Optional;

/** A role at some sites, as {@code operator:campus-*} in a token. */
public record Grant(Role role, SitePattern sites) {

  /** The grant; empty for what is none: a role nobody knows, or one that names no sites. */
  public static Optional<Grant> parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Role.labelled(text.substring(0, colon))
            .flatMap(
                role ->
                    SitePattern.parse(text.substring(colon + 1))
                        .map(sites -> new Grant(role, sites)));
  }

  boolean allows(Action action, String site) {
    return role.may(action) && sites.matches(site);
  }
}
