package dev.headroom.trial.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is done to the machines, and how often unless asked otherwise. */
enum Fault {
  /** SIGTERM to one of two allocators. */
  STOP(20),
  /** SIGKILL to one of two allocators. */
  KILL(20),
  /** SIGSTOP to one of two for 60 s, then SIGCONT. */
  FREEZE(5),
  /** The same for 1 to 12 s: around the session's end and the lease's. */
  DOZE(12),
  /** One after the other is stopped and started. */
  ROLL(20),
  /** The broker is stopped in order and started. */
  BROKER_RESTART(20),
  /** The broker is killed and started. */
  BROKER_KILL(20),
  /** No room on the broker's disk, for a while. */
  BROKER_FULL(3),
  /** No room in the directory an allocator may keep state in. */
  STATE_FULL(3);

  private final int repeats;

  Fault(int repeats) {
    this.repeats = repeats;
  }

  int repeats() {
    return repeats;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<Fault> named(String name) {
    return name.equals("faults")
        ? List.of(values())
        : Arrays.stream(values()).filter(fault -> fault.label().equals(name)).toList();
  }
}
