package dev.headroom.world.fault;

/** What can go wrong, where, and for how long. */
public enum FaultKind {
  /** No reading arrives. */
  METER_SILENT(Part.METER, 20, 240),
  /** Readings arrive and say for ever what they said first. */
  METER_FROZEN(Part.METER, 20, 240),
  /** Readings are fresh, plausible, and far too low. */
  METER_WRONG(Part.METER, 20, 240),
  /** Readings come seconds after they were taken. */
  METER_LATE(Part.METER, 20, 240),
  /** Readings overtake one another. */
  METER_REORDERED(Part.METER, 20, 240),
  /** Two of its clamps are exchanged. */
  METER_PHASES_SWAPPED(Part.METER, 20, 240),
  /** The meter's clock is wrong by up to 20 s. */
  METER_CLOCK_OFF(Part.METER, 20, 240),
  /** No allocator runs. */
  ALLOCATOR_DEAD(Part.ALLOCATOR, 20, 240),
  /** The owner dies and another takes over within seconds. */
  ALLOCATOR_KILLED(Part.ALLOCATOR, 12, 13),
  /** The owner's process stands still and wakes up later, when another owns. */
  ALLOCATOR_PAUSED(Part.ALLOCATOR, 60, 61),
  /** A second owner claims the partition while the first goes on. */
  ALLOCATOR_DOUBLED(Part.ALLOCATOR, 10, 120),
  /** The network parts the owner from the broker. */
  BROKER_PARTS_ALLOCATOR(Part.BROKER, 5, 90),
  /** The network parts the gateway from the broker. */
  BROKER_PARTS_GATEWAY(Part.BROKER, 5, 90),
  /** The gateway's process is gone, and every socket with it. */
  GATEWAY_DEAD(Part.GATEWAY, 15, 300),
  /** A charger's socket is open and carries nothing. */
  CHARGER_HALF_OPEN(Part.CHARGER, 20, 240),
  /** A charger loses its link and knows it. */
  CHARGER_OFFLINE(Part.CHARGER, 20, 300),
  /** A charger loses power and comes back. */
  CHARGER_REBOOTS(Part.CHARGER, 15, 60),
  /** A charger accepts what it is told and gives what it likes. */
  CHARGER_DISOBEYS(Part.CHARGER, 60, 300),
  /** A charger's clock is wrong by up to an hour. */
  CHARGER_CLOCK_OFF(Part.CHARGER, 60, 600),
  /** The site's definition changes under load, and back. */
  SITE_CHANGED(Part.SITE, 60, 600),
  /** As much uncontrolled load as the site declares comes at once: not a fault, but S8's test. */
  BASE_STEP(Part.LOAD, 300, 600);

  /** What of the world a fault befalls. */
  public enum Part {
    METER,
    ALLOCATOR,
    BROKER,
    GATEWAY,
    CHARGER,
    SITE,
    LOAD
  }

  private final Part part;
  private final int leastSeconds;
  private final int mostSeconds;

  FaultKind(Part part, int leastSeconds, int mostSeconds) {
    this.part = part;
    this.leastSeconds = leastSeconds;
    this.mostSeconds = mostSeconds;
  }

  public Part part() {
    return part;
  }

  int leastSeconds() {
    return leastSeconds;
  }

  int mostSeconds() {
    return mostSeconds;
  }
}
