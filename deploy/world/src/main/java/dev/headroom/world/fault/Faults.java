package dev.headroom.world.fault;

import dev.headroom.world.chance.Chances;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** A run's faults, by their start; they overlap. */
public record Faults(List<Fault> all) {

  /** Base steps are one per 20 minutes, as S8 has it, and quiet is at the end of each. */
  private static final Duration SLOT = Duration.ofMinutes(20);

  private static final int QUIET_FIRST_SECONDS = 180;
  private static final int TROUBLE_SECONDS = 420;
  private static final int MOST_AT_ONCE = 3;

  public Faults {
    all = all.stream().sorted(Comparator.comparing(Fault::start)).toList();
  }

  /**
   * In each 20 minutes one base step, and up to three faults close enough to overlap.
   *
   * @param meters by name
   * @param stations by id
   */
  public static Faults seeded(
      Chances chances, Instant start, Duration length, List<String> meters, List<String> stations) {
    SplittableRandom random = chances.of("faults");
    List<FaultKind> kinds = List.copyOf(EnumSet.complementOf(EnumSet.of(FaultKind.BASE_STEP)));
    List<Fault> faults = new ArrayList<>();
    Instant end = start.plus(length);
    Instant slot = start.plusSeconds(QUIET_FIRST_SECONDS);
    for (; slot.isBefore(end); slot = slot.plus(SLOT)) {
      faults.add(draw(FaultKind.BASE_STEP, random, slot, meters, stations));
      int others = random.nextInt(0, MOST_AT_ONCE + 1);
      for (int i = 0; i < others; i++) {
        FaultKind kind = kinds.get(random.nextInt(kinds.size()));
        faults.add(draw(kind, random, slot, meters, stations));
      }
    }
    return new Faults(faults);
  }

  private static Fault draw(
      FaultKind kind,
      SplittableRandom random,
      Instant slot,
      List<String> meters,
      List<String> stations) {
    Instant start = slot.plusMillis(random.nextLong(0, TROUBLE_SECONDS * 1000L));
    Duration lasts =
        Duration.ofMillis(random.nextLong(kind.leastSeconds() * 1000L, kind.mostSeconds() * 1000L));
    String target =
        switch (kind.part()) {
          case METER -> any(meters, random);
          case CHARGER -> any(stations, random);
          case ALLOCATOR, BROKER, GATEWAY, SITE, LOAD -> "";
        };
    return new Fault(kind, target, random.nextDouble(), start, start.plus(lasts));
  }

  private static String any(List<String> names, SplittableRandom random) {
    return names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
  }

  /** Only those that start before an instant. */
  public Faults before(Instant instant) {
    return new Faults(all.stream().filter(fault -> fault.start().isBefore(instant)).toList());
  }

  /** Without one of them. */
  public Faults without(Fault one) {
    return new Faults(all.stream().filter(fault -> !fault.equals(one)).toList());
  }
}
