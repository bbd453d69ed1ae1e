package dev.headroom.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One row of the table. */
record Case(int ports, Garage garage, int rootPercent) {

  /** What the goals are about, in about a minute. */
  static List<Case> quick() {
    return List.of(
        new Case(10, Garage.THREE_PHASE, 30),
        new Case(100, Garage.THREE_PHASE, 30),
        new Case(100, Garage.LINE_TO_LINE, 30),
        new Case(200, Garage.THREE_PHASE, 10),
        new Case(1000, Garage.THREE_PHASE, 30));
  }

  static List<Case> full() {
    return IntStream.of(10, 54, 100, 200, 1000)
        .boxed()
        .flatMap(
            ports ->
                Arrays.stream(Garage.values())
                    .flatMap(
                        garage ->
                            IntStream.of(100, 30, 10)
                                .mapToObj(percent -> new Case(ports, garage, percent))))
        .toList();
  }
}
