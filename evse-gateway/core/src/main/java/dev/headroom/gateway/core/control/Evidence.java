package dev.headroom.gateway.core.control;

/**
 * What is known of whether a charger follows a limit that it accepted, and how far that goes. Only
 * a measurement shows it of any charger; its own word does so of a model that is proven alone (S2).
 * The word of any charger is good enough against it.
 */
public sealed interface Evidence {

  /** Where it comes from, the most trusted first. */
  enum Source {
    /** Measured current of every line the EVSE uses. */
    MEASURED,
    /** What it says it offers the vehicle: {@code Current.Offered} or {@code Power.Offered}. */
    OFFERED,
    /** What it says it is going to follow: GetCompositeSchedule. */
    SCHEDULED,
    /** Its settle time alone. */
    TIME
  }

  /** Whether it shows that no more than this limit is drawn, or can be. */
  boolean shows(int limitMilliamps);

  /** Whether it cannot be if this limit is followed. */
  boolean refutes(int limitMilliamps);

  /** Where it comes from. */
  Source source();

  /** Meters err and pilots are coarse. */
  static int withTolerance(int limitMilliamps) {
    return limitMilliamps + Math.max(1000, limitMilliamps / 20);
  }

  /**
   * The current of the EVSE's fullest line, as measured.
   *
   * @param complete whether every line was: otherwise it shows nothing, but may still refute
   */
  record Drawn(int largestMilliamps, boolean complete) implements Evidence {
    @Override
    public boolean shows(int limitMilliamps) {
      return complete && largestMilliamps <= withTolerance(limitMilliamps);
    }

    @Override
    public boolean refutes(int limitMilliamps) {
      return largestMilliamps > withTolerance(limitMilliamps);
    }

    /**
     * Whether so much is drawn that the limit is what holds it: a vehicle that draws little shows
     * nothing of what it could draw.
     */
    public boolean isHeldAt(int limitMilliamps) {
      return limitMilliamps > 0
          && shows(limitMilliamps)
          && largestMilliamps >= limitMilliamps - Math.max(1000, limitMilliamps / 10);
    }

    @Override
    public Source source() {
      return Source.MEASURED;
    }
  }

  /**
   * What the charger says it offers, between these two. An offer well below the limit may have
   * another cause that goes away: it shows nothing of the limit.
   */
  record Offered(int leastMilliamps, int mostMilliamps) implements Evidence {
    private static final int ROUNDING_MILLIAMPS = 500;

    @Override
    public boolean shows(int limitMilliamps) {
      return mostMilliamps <= limitMilliamps + ROUNDING_MILLIAMPS
          && leastMilliamps >= limitMilliamps - Math.max(1000, limitMilliamps / 10);
    }

    @Override
    public boolean refutes(int limitMilliamps) {
      return leastMilliamps > limitMilliamps + Math.max(1000, limitMilliamps / 10);
    }

    @Override
    public Source source() {
      return Source.OFFERED;
    }
  }

  /**
   * What the charger says it is going to follow.
   *
   * @param milliamps at this moment
   * @param tail whether it falls back as it was told to
   */
  record Scheduled(int milliamps, Tail tail) implements Evidence {
    private static final int ROUNDING_MILLIAMPS = 200;

    /** What a schedule says of the fall at the end of a limit's time (S5). */
    public enum Tail {
      KEPT,
      /** It goes on above what was set. */
      MISSING,
      /** The schedule ends before. */
      UNSAID
    }

    @Override
    public boolean shows(int limitMilliamps) {
      return tail != Tail.MISSING && milliamps <= limitMilliamps + ROUNDING_MILLIAMPS;
    }

    @Override
    public boolean refutes(int limitMilliamps) {
      return milliamps > limitMilliamps + Math.max(500, limitMilliamps / 20);
    }

    @Override
    public Source source() {
      return Source.SCHEDULED;
    }
  }
}
