package dev.headroom.gateway.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.fixture.Sites;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** S2: a definition that raises fallbacks waits until the others have made room for them. */
class S2RedefinitionTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration TAIL = Duration.ofSeconds(1230);
  private static final long NEXT = 4;
  private static final Site PAUSING = site(Sites.bay(1, 0), Sites.bay(2, 0));
  private static final Site CHARGING_ON = site(Sites.bay(1, 6000), Sites.bay(2, 6000));

  private final Redefinition redefinition =
      Redefinition.of(PAUSING, CHARGING_ON, NEXT, TAIL).orElseThrow();

  @Test
  void whatRaisesNoFallbackComesIntoForceAtOnce() {
    assertThat(Redefinition.of(CHARGING_ON, PAUSING, NEXT, TAIL)).isEmpty();
    assertThat(Redefinition.of(CHARGING_ON, CHARGING_ON, NEXT, TAIL)).isEmpty();
    Site more = site(Sites.bay(1, 6000), Sites.bay(2, 6000), Sites.bay(3, 6000));
    assertThat(Redefinition.of(CHARGING_ON, more, NEXT, TAIL)).as("one that is new").isEmpty();
  }

  @Test
  void untilThenTheLowerOfBothFallbacksCounts() {
    assertThat(redefinition.next()).isEqualTo(CHARGING_ON);
    assertThat(redefinition.meanwhile()).isEqualTo(PAUSING);

    Site mixed = site(Sites.bay(1, 8000), Sites.bay(2, 0));
    Site other = site(Sites.bay(1, 6000), Sites.bay(2, 6000));
    Redefinition both = Redefinition.of(mixed, other, NEXT, TAIL).orElseThrow();
    assertThat(both.meanwhile()).isEqualTo(site(Sites.bay(1, 6000), Sites.bay(2, 0)));
  }

  @Test
  void oneThatWasLockedOffBeganWithNothing() {
    Site locked = site(Sites.bay(1, 6000), Sites.lockedOff(Sites.bay(2, 6000)));
    Redefinition unlocked = Redefinition.of(locked, CHARGING_ON, NEXT, TAIL).orElseThrow();

    assertThat(unlocked.meanwhile()).isEqualTo(site(Sites.bay(1, 6000), Sites.bay(2, 0)));
  }

  @Test
  void isOverWhenTheAllocatorGivesEachAsMuchByTheNewDefinition() {
    redefinition.accept(allocation(NEXT - 1, 6000, 6000));
    assertThat(redefinition.isOver(START)).as("allocated by the one before").isFalse();

    redefinition.accept(allocation(NEXT, 6000, 0));
    assertThat(redefinition.isOver(START)).as("no room for bay-2 yet").isFalse();

    redefinition.accept(allocation(NEXT, 6000, 6000));
    assertThat(redefinition.isOver(START)).isTrue();
  }

  /** What its vehicle has is more than a session may begin with, or its tail is. */
  @Test
  void oneThatHadRoomOnceKeepsIt() {
    redefinition.accept(allocation(NEXT, 20_000, 0));
    redefinition.accept(allocation(NEXT, 0, 6000));

    assertThat(redefinition.isOver(START)).isTrue();
  }

  @Test
  void waitsNoLongerThanTheLongestTail() {
    assertThat(redefinition.isOver(START.plus(TAIL))).as("nobody knows of it").isFalse();
    redefinition.accept(allocation(NEXT, 0, 0));

    assertThat(redefinition.isOver(START.plus(TAIL).minusMillis(1))).isFalse();
    assertThat(redefinition.isOver(START.plus(TAIL))).isTrue();
  }

  private static Site site(Evse... evses) {
    return new Site(
        "demo-1",
        Supply.WYE_208Y_120,
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
        List.of(),
        List.of(evses));
  }

  private static Allocation allocation(long version, int first, int second) {
    List<EvseLimit> limits = List.of(limit("bay-1", first), limit("bay-2", second));
    return new Allocation("demo-1", new Revision(7, 3), version, START, limits, List.of());
  }

  private static EvseLimit limit(String evse, int milliamps) {
    return new EvseLimit(evse, milliamps, Reason.of(Reason.Kind.IDLE), OptionalLong.of(1));
  }
}
