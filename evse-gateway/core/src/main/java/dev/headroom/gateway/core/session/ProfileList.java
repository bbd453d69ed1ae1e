package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.profile.FoundProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of a charger's profiles, which comes in parts after the answer that promises it. */
final class ProfileList {

  /** No charger holds more; what claims to is not listened to any longer. */
  private static final int MOST = 500;

  private final Duration patience;
  private final List<FoundProfile> found = new ArrayList<>();
  private Optional<Instant> until = Optional.empty();
  private boolean complete;

  ProfileList(Duration patience) {
    this.patience = patience;
  }

  /**
   * The list is promised.
   *
   * @return whether it has come already: a short one may overtake its promise
   */
  boolean promised(Instant now) {
    until = complete ? Optional.empty() : Optional.of(now.plus(patience));
    return complete;
  }

  /**
   * A part has come.
   *
   * @return whether this completes the list that is waited for
   */
  boolean take(List<FoundProfile> part, boolean last) {
    if (complete) {
      return false;
    }
    found.addAll(part.subList(0, Math.min(part.size(), MOST - found.size())));
    complete = last || found.size() >= MOST;
    boolean awaited = complete && until.isPresent();
    if (awaited) {
      until = Optional.empty();
    }
    return awaited;
  }

  /** Whether the list is waited for and will not come any more; true once. */
  boolean isOverdue(Instant now) {
    boolean overdue = until.filter(end -> !now.isBefore(end)).isPresent();
    if (overdue) {
      until = Optional.empty();
    }
    return overdue;
  }

  List<FoundProfile> found() {
    return List.copyOf(found);
  }
}
