package dev.headroom.bench;

import java.util.List;

/** How long to measure. */
enum Pace {
  QUICK(Case.quick(), 10, 10, 200),
  FULL(Case.full(), 10, 20, 500);

  final List<Case> cases;
  final int warmups;
  final int iterations;
  final int milliseconds;

  Pace(List<Case> cases, int warmups, int iterations, int milliseconds) {
    this.cases = cases;
    this.warmups = warmups;
    this.iterations = iterations;
    this.milliseconds = milliseconds;
  }
}
