package dev.headroom.world.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A run's faults; they may overlap. */
public record Faults(List<Fault> all) {

  /** Base steps are one per 20 minutes, as S8 has it. */
  private static final Duration BETWEEN = Duration.ofMinutes(20);

  public Faults {
    all = List.copyOf(all);
  }

  /** In each 20 minutes one step of the base load and one or two other faults. */
  public static Faults seeded(SplittableRandom random, Instant start, Duration length) {
    List<Fault> faults = new ArrayList<>();
    FaultKind[] kinds = FaultKind.values();
    Instant end = start.plus(length);
    for (Instant slot = start.plusSeconds(180); slot.isBefore(end); slot = slot.plus(BETWEEN)) {
      Instant step = slot.plusSeconds(random.nextInt(10, 200));
      faults.add(new Fault(FaultKind.BASE_STEP, step, step.plusSeconds(600)));
      int others = random.nextInt(1, 3);
      for (int i = 0; i < others; i++) {
        FaultKind kind = kinds[random.nextInt(kinds.length - 1)];
        Instant begins = slot.plusSeconds(random.nextInt(0, 240));
        faults.add(new Fault(kind, begins, begins.plusSeconds(lasts(kind, random))));
      }
    }
    return new Faults(faults);
  }

  private static int lasts(FaultKind kind, SplittableRandom random) {
    return switch (kind) {
      case ALLOCATOR_PAUSED -> 60;
      case CHARGER_REBOOTS -> 20;
      case GATEWAY_DEAD -> random.nextInt(60, 300);
      case METER_SILENT, METER_FROZEN, METER_LATE, METER_REORDERED -> random.nextInt(20, 240);
      case ALLOCATOR_DEAD, CHARGER_HALF_OPEN -> random.nextInt(20, 240);
      case BASE_STEP -> 600;
    };
  }

  public boolean isOn(FaultKind kind, Instant now) {
    return all.stream().anyMatch(fault -> fault.kind() == kind && fault.isOn(now));
  }

  /** Whether nothing but the base load has been wrong for some time before now. */
  public boolean underControl(Instant now, Duration since) {
    return all.stream()
        .filter(fault -> !fault.kind().leavesControl())
        .noneMatch(f -> !now.isBefore(f.start()) && now.isBefore(f.end().plus(since)));
  }
}
