package dev.headroom.actors.charger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.actors.profile.Profiles;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.site.Sites;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A limit is kept while nothing can change it, and is the same as if it were worked out anew. */
class StandingLimitTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final Wiring ALL = new Wiring.ThreePhase(Phase.L1);
  private static final int MINUTES = 40;

  private static ChargingStation station() {
    return new ChargingStation(
        "cp",
        Supply.WYE_400Y_230,
        List.of(Sites.evse("one", "panel", "cp", 1, ALL), Sites.evse("two", "panel", "cp", 2, ALL)),
        ProfileRules.OCPP_1_6,
        T0);
  }

  private static Optional<Instant> some(Random random) {
    return random.nextInt(3) == 0
        ? Optional.of(T0.plusSeconds(random.nextInt(60 * MINUTES)))
        : Optional.empty();
  }

  private static ChargingProfile profile(int id, Random random) {
    ProfileKind kind = ProfileKind.values()[random.nextInt(ProfileKind.values().length)];
    Optional<Duration> length =
        random.nextBoolean()
            ? Optional.of(Duration.ofSeconds(random.nextInt(30, 900)))
            : Optional.empty();
    Optional<Instant> start =
        kind == ProfileKind.RELATIVE
            ? Optional.empty()
            : Optional.of(T0.plusSeconds(random.nextInt(-600, 60 * MINUTES)));
    return new ChargingProfile(
        id,
        random.nextInt(3),
        random.nextInt(4) == 0 && kind != ProfileKind.RELATIVE
            ? ProfilePurpose.STATION_MAX
            : ProfilePurpose.TX_DEFAULT,
        kind,
        Optional.empty(),
        some(random),
        some(random),
        Profiles.schedule(
            length,
            start,
            RateUnit.A,
            0,
            random.nextInt(6, 20),
            random.nextInt(10, 500),
            6,
            700,
            0));
  }

  private static void stir(ChargingStation station, int what, int id, long seed) {
    Random random = new Random(seed);
    int number = 1 + random.nextInt(2);
    switch (what) {
      case 0, 1, 2 -> {
        ChargingProfile profile = profile(id, random);
        boolean all = profile.purpose() == ProfilePurpose.STATION_MAX || random.nextBoolean();
        station.install(all ? 0 : number, profile);
      }
      case 3 -> {
        if (station.connector(number).transaction().isEmpty()) {
          station.begin(number);
        }
      }
      case 4 -> station.end(number);
      case 5 -> station.setClockError(Duration.ofSeconds(random.nextInt(-300, 300)));
      case 6 -> station.reboot();
      default -> station.forgetProfiles();
    }
  }

  @Property(tries = 100)
  void isWhatWouldBeWorkedOutAnew(@ForAll long seed) {
    Random random = new Random(seed);
    ChargingStation asked = station();
    for (int second = 0; second < 60 * MINUTES; second += 5) {
      Instant now = T0.plusSeconds(second);
      asked.advance(now);
      if (random.nextInt(12) == 0) {
        stir(asked, random.nextInt(8), second, random.nextLong());
      }
      for (int number = 1; number <= 2; number++) {
        int said = asked.limitMilliamps(number, now);
        asked.connector(number).stands(Standing.NOTHING);
        assertThat(asked.limitMilliamps(number, now)).isEqualTo(said);
      }
    }
  }
}
