package dev.headroom.web.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is at a site, and what that lets them do there. */
public enum Role {
  VIEWER(Action.READ),
  OPERATOR(Action.READ, Action.OPERATE),
  COMMISSIONER(Action.READ, Action.COMMISSION),
  /** Sees its events alone: who charges when is none of a utility's business. */
  UTILITY(Action.PROGRAMME),
  ADMIN(Action.values());

  private final Set<Action> actions;

  Role(Action... actions) {
    this.actions = EnumSet.copyOf(Arrays.asList(actions));
  }

  /** As it is written in a token. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> labelled(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }

  public boolean may(Action action) {
    return actions.contains(action);
  }
}
