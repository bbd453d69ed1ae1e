package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every allocator. */
abstract class AllocatorSpec {

  abstract Allocator allocator(Network network);

  @Test
  void twoThatPointSixtyDegreesApartHaveTheRootOfThreeAndTheFirstWhatRoundingFreed() {
    Place place = Place.line("service", Phase.L1);
    Bound b =
        Bound.of(
            place,
            List.of(Phasor.ONE, Phasor.polar(1, 60)),
            List.of(new Load(0, 0, 0, 1), new Load(1, 0, 1, 1)));
    Network n = new Network(2, List.of(1, 1), List.of(b));
    Claims claims =
        new Claims(
            new int[2],
            new int[] {6000, 6000},
            new int[] {32000, 32000},
            new int[] {1, 1},
            new int[2],
            new int[] {0, 1},
            new int[] {-1, -1},
            Collections.nCopies(2, PilotSteps.TENTHS),
            Tenants.none(2));
    Shares s = allocator(n).share(claims, Room.of(n, 40000));
    assertThat(s.milliamps()).containsExactly(23100, 23000);
  }
}
