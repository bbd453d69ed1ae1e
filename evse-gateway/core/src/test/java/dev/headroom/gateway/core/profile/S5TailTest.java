package dev.headroom.gateway.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.electrical.Supply;
import dev.headroom.gateway.core.fixture.Sites;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** S5: a live profile falls back by itself, and unattended cuts come before unattended rises. */
class S5TailTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Tail tail =
      Tail.of(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofSeconds(30));

  @Test
  void cutsToTheFallbackAfterItsTtl() {
    assertThat(tail.levels(20_000, 6000, 3))
        .containsExactly(
            new Tail.Level(Duration.ZERO, 20_000),
            new Tail.Level(Duration.ofSeconds(120), 6000),
            new Tail.Level(Duration.ofSeconds(1230), 6000));
  }

  @Test
  void risesToTheFallbackOnlyAfterEveryChargerOfTheSiteHasCut() {
    assertThat(tail.levels(0, 6000, 3))
        .containsExactly(
            new Tail.Level(Duration.ZERO, 0),
            new Tail.Level(Duration.ofSeconds(120), 0),
            new Tail.Level(Duration.ofSeconds(1230), 6000));
  }

  @Test
  void aTtlLongerThanTheSitesLongestIsTheLongest() {
    Tail long_ = Tail.of(Duration.ofMinutes(20), Duration.ofMinutes(10), Duration.ofSeconds(30));

    assertThat(long_.end()).isEqualTo(Duration.ofSeconds(2430));
  }

  @Test
  void aModelWithTwoPeriodsGoesWithoutTheLast() {
    assertThat(tail.levels(0, 6000, 2))
        .containsExactly(
            new Tail.Level(Duration.ZERO, 0), new Tail.Level(Duration.ofSeconds(120), 0));
    assertThat(tail.expiry(0, 6000, 2)).isEmpty();
  }

  @Test
  void aModelWithOnePeriodIsLeftToItsBaseProfileInGoodTime() {
    assertThat(tail.levels(20_000, 6000, 1)).hasSize(1);
    assertThat(tail.expiry(20_000, 6000, 1)).contains(Duration.ofSeconds(120));
    assertThat(tail.expiry(0, 6000, 1)).contains(Duration.ofSeconds(1230));
  }

  @Test
  void aTailThatRisesBeforeItCutsIsRefused() {
    assertThatThrownBy(
            () -> new Tail(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isWrittenForItsTransactionAndStartedAMomentAgo() {
    Profile live =
        profiles(new Capabilities(8, RateUnit.AMPERES, 3, OptionalInt.empty()))
            .live("42", 20_499, tail, NOW);

    assertThat(live.evseId()).isEqualTo(1);
    assertThat(live.purpose()).isEqualTo(ProfilePurpose.TX);
    assertThat(live.transactionId()).contains("42");
    assertThat(live.slot().stackLevel()).isEqualTo(1);
    assertThat(live.start()).contains(NOW.minusSeconds(33));
    assertThat(live.duration()).isEmpty();
    assertThat(live.periods())
        .extracting(period -> period.startSeconds() + ": " + period.limit().toPlainString())
        .containsExactly("0: 20.4", "150: 6.0", "1260: 6.0");
  }

  @Test
  void holdsAtOnceInAChargerWhoseClockIsBehindAndLastsForItsTtlInOneThatIsRight() {
    Profile live =
        profiles(new Capabilities(8, RateUnit.AMPERES, 3, OptionalInt.empty()))
            .live("42", 0, tail, NOW);
    Instant start = live.start().orElseThrow();

    assertThat(start).isBefore(NOW.minusSeconds(30));
    assertThat(start.plusSeconds(live.periods().get(1).startSeconds()))
        .isEqualTo(NOW.plusSeconds(117));
    assertThat(start.plusSeconds(live.periods().get(2).startSeconds()))
        .isEqualTo(NOW.plusSeconds(1227));
  }

  @Test
  void oneThatEndsLastsForItsTtlToo() {
    Profile live = profiles(Capabilities.WORST).live("42", 20_000, tail, NOW);

    assertThat(live.start().orElseThrow().plus(live.duration().orElseThrow()))
        .isEqualTo(NOW.plusSeconds(117));
  }

  @Test
  void oneThatCountsFromItsReceiptHasNoClockToAllowFor() {
    Capabilities relative =
        new Capabilities(8, RateUnit.AMPERES, 3, OptionalInt.empty(), TailKind.RELATIVE, true);

    assertThat(profiles(relative).live("42", 0, tail, NOW).periods())
        .extracting(Profile.Period::startSeconds)
        .containsExactly(0, 120, 1230);
  }

  @Test
  void replacesItselfInPlaceAndNeverTheBase() {
    EvseProfiles profiles = profiles(Capabilities.WORST);

    int first = profiles.live("1", 6000, tail, NOW).slot().id();
    int second = profiles.live("2", 9000, tail, NOW).slot().id();

    assertThat(first).isEqualTo(second);
    assertThat(profiles.base().slot().id()).isNotEqualTo(first);
  }

  @Test
  void roundsWattsDown() {
    Profile live =
        profiles(new Capabilities(0, RateUnit.WATTS, 3, OptionalInt.empty()))
            .live("42", 10_999, tail, NOW);

    assertThat(live.slot().stackLevel()).isZero();
    assertThat(live.periods())
        .extracting(period -> period.limit().toPlainString())
        .containsExactly("2059.0", "1123.0", "1123.0");
  }

  private static EvseProfiles profiles(Capabilities capabilities) {
    return new EvseProfiles(
        Sites.bay(1, 6000),
        Supply.WYE_208Y_120,
        capabilities,
        new Slots(List.of(), capabilities.maxStackLevel()));
  }
}
