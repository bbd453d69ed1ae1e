package dev.headroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is measured is right: nobody is fast by leaving work out. */
class SharingTest {

  /** The naive one takes its time for the largest garages. */
  private static final int LARGEST = 54;

  @TestFactory
  Stream<DynamicTest> bothAllocatorsShareAlike() {
    return Case.full().stream()
        .filter(it -> it.ports() <= LARGEST)
        .map(it -> DynamicTest.dynamicTest(it.toString(), () -> bothShareAlike(it)));
  }

  @TestFactory
  Stream<DynamicTest> everybodyWhoIsServedHasHisFloor() {
    return Case.full().stream()
        .map(it -> DynamicTest.dynamicTest(it.toString(), () -> floorsHold(it)));
  }

  private static void bothShareAlike(Case it) {
    int[] naive = built(it).naive().milliamps();
    int[] fast = built(it).fast().milliamps();
    for (int port = 0; port < naive.length; port++) {
      assertThat(fast[port]).as("port %d", port).isCloseTo(naive[port], Offset.offset(1));
    }
    assertThat(built(it).floor()).isPositive();
  }

  private static void floorsHold(Case it) {
    int[] shares = built(it).fast().milliamps();
    assertThat(shares).hasSize(it.ports());
    assertThat(Arrays.stream(shares).boxed()).allMatch(share -> share == 0 || share >= 6000);
    assertThat(Arrays.stream(shares).sum()).isPositive();
  }

  private static Sharing built(Case it) {
    Sharing sharing = new Sharing();
    sharing.ports = it.ports();
    sharing.garage = it.garage();
    sharing.rootPercent = it.rootPercent();
    sharing.build();
    return sharing;
  }
}
