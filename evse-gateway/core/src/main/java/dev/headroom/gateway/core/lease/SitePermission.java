package dev.headroom.gateway.core.lease;

import java.time.Instant;

/** What may be sent to a site's chargers, as its allocator's lease stands (S5). */
public sealed interface SitePermission {

  /**
   * The lease is held: limits rise and fall as allocated, until just before {@code until}.
   *
   * @param since when it was first heard of again; what was decided before that, by an allocator
   *     that did not hear from us, raises nothing
   */
  record Held(Instant until, Instant since) implements SitePermission {

    /** Held all along. */
    public Held(Instant until) {
      this(until, Instant.MIN);
    }
  }

  /** The lease is over: only decreases, to at most the fallback. */
  record CutOnly() implements SitePermission {}

  /** The lease is over and every decrease is known to be in force: rises to the fallback too. */
  record Fallback() implements SitePermission {}

  /** This permission at {@code now}: a lease that has run out is one that only cuts. */
  default SitePermission at(Instant now) {
    return this instanceof Held held && !now.isBefore(held.until()) ? new CutOnly() : this;
  }
}
