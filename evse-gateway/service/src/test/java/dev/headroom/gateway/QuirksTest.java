package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.actor.OddStation;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.station.Quirk;
import dev.headroom.world.station.StationSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every quirk of the world's stations, over real sockets and in both versions: what such a charger
 * offers is never more than what the gateway says of it. Which quirks there are is the world's to
 * say, where each is proven in whole sites; one that is added asks here what becomes of it.
 */
@QuarkusTest
@TestProfile(LinkCutTest.Quick.class)
class QuirksTest extends GatewayTest {

  private static final int LIMIT = 16_000;
  private static final int FALLBACK = 6000;
  private static final int RATED = 32_000;
  private static final Duration LOSS = Duration.ofSeconds(25);

  /** An odd station at its place, with a vehicle. */
  private record Odd(String name, String place, OddStation station) {}

  @Test
  void everyOddStationEndsSafe() {
    List<Runnable> endings = new ArrayList<>();
    List<Odd> all = new ArrayList<>();
    for (OcppVersion version : OcppVersion.values()) {
      for (Quirk quirk : Quirk.values()) {
        Odd odd = odd(quirk + "-" + version.number(), new StationSpec(version, Set.of(quirk)));
        all.add(odd);
        endings.add(() -> endsSafe(quirk, odd));
      }
      for (int hour : List.of(-1, 1)) {
        Odd odd = odd("clock" + hour + "-" + version.number(), StationSpec.plain(version));
        all.add(odd);
        endings.add(() -> clockEndsSafe(hour, odd));
      }
    }
    all.forEach(odd -> odd.station().plug());
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Throwable> unsafe =
          endings.stream()
              .map(ending -> CompletableFuture.runAsync(ending, together))
              .toList()
              .stream()
              .flatMap(ending -> Stream.ofNullable(ending.handle((_, broken) -> broken).join()))
              .toList();
      assertThat(unsafe).isEmpty();
    } finally {
      all.forEach(odd -> odd.station().close());
    }
  }

  private Odd odd(String name, StationSpec spec) {
    String id = station + "-" + name;
    String place = site + "-" + name.toLowerCase(Locale.ROOT).replaceAll("[_.]", "-");
    eventually().until(() -> operator.provision(id, PASSWORD) < 300);
    allocator.accept(place, id);
    allocator.own(place, Duration.ofSeconds(3));
    return new Odd(name, place, new OddStation(port, id, PASSWORD, spec, name.hashCode()));
  }

  private void endsSafe(Quirk quirk, Odd odd) {
    Revision revision = limited(odd);
    switch (quirk) {
      case REJECTS_ZERO -> {
        Revision pause = limit(odd, 2, 0);
        await(odd, state -> acknowledges(state, pause));
        assertThat(acknowledged(odd)).as("what it is told instead").isEqualTo(FALLBACK);
        assertThat(odd.station().offered()).isLessThanOrEqualTo(FALLBACK);
      }
      case WATTS_ONLY, ONE_STACK_LEVEL -> {
        assertThat(odd.station().offered()).isBetween(LIMIT * 9 / 10, LIMIT);
        assertThat(state(odd).fallbackProven()).isTrue();
      }
      case FEW_PERIODS -> {
        losesItsLink(odd);
        eventually().alias(odd.name()).until(() -> odd.station().offered() <= FALLBACK);
        assertThat(state(odd).fallbackProven()).isTrue();
      }
      case DROPS_PROFILES_ON_LINK_LOSS -> {
        losesItsLink(odd);
        assertThat(odd.station().offered()).isEqualTo(RATED);
        assertThat(state(odd).fallbackProven()).as("so it counts at its rating").isFalse();
      }
      case LOSES_PROFILES_ON_REBOOT -> {
        String session = state(odd).session().orElseThrow().id();
        odd.station().befall(FaultKind.CHARGER_REBOOTS, 0, Duration.ofSeconds(2));
        await(
            odd,
            state ->
                state.session().filter(it -> !it.id().equals(session)).isPresent()
                    && state.baseAccepted());
        Revision again = limit(odd, 2, LIMIT);
        await(odd, state -> acknowledges(state, again));
        assertThat(odd.station().offered()).isLessThanOrEqualTo(LIMIT);
        assertThat(state(odd).fallbackProven()).isFalse();
      }
      case IGNORES_LIMITS -> {
        await(odd, EvseState::disobeys);
        assertThat(everSettled(odd, revision)).isFalse();
      }
      case SPIKES, SLOW_RAMP -> {
        Revision less = limit(odd, 2, 7000);
        await(odd, state -> state.settled().filter(less::equals).isPresent());
        assertThat(measuredWhenSettled(odd, less)).isLessThanOrEqualTo(8000);
        assertThat(state(odd).fallbackProven()).isFalse();
      }
    }
  }

  /** Its tail is over before it begins, or begins in an hour: the base rules. */
  private void clockEndsSafe(int hoursAhead, Odd odd) {
    limited(odd);
    double size = (hoursAhead + 1) / 2.0;
    odd.station().befall(FaultKind.CHARGER_CLOCK_OFF, size, Duration.ofHours(1));
    eventually().alias(odd.name()).until(() -> odd.station().offered() <= FALLBACK);
    losesItsLink(odd);
    assertThat(odd.station().offered()).isLessThanOrEqualTo(FALLBACK);
  }

  /** It has taken a limit of 16 A. */
  private Revision limited(Odd odd) {
    await(odd, state -> state.baseAccepted() && state.session().isPresent());
    Revision revision = limit(odd, 1, LIMIT);
    await(odd, state -> acknowledges(state, revision));
    return revision;
  }

  private Revision limit(Odd odd, long sequence, int milliamps) {
    return allocator.limit(odd.place(), allocator.epoch(odd.place()), sequence, milliamps);
  }

  private void losesItsLink(Odd odd) {
    odd.station().befall(FaultKind.CHARGER_OFFLINE, 0, LOSS);
    await(odd, state -> !state.online());
  }

  private void await(Odd odd, Predicate<EvseState> wanted) {
    eventually()
        .atMost(Duration.ofSeconds(60))
        .alias(odd.name())
        .until(
            () -> {
              odd.station().assertSound();
              return allocator.state(odd.place()).filter(wanted).isPresent();
            });
  }

  private EvseState state(Odd odd) {
    return allocator.state(odd.place()).orElseThrow();
  }

  private int acknowledged(Odd odd) {
    return state(odd).acknowledged().orElseThrow().limitMilliamps();
  }

  private static boolean acknowledges(EvseState state, Revision revision) {
    return state.acknowledged().filter(ack -> ack.revision().equals(revision)).isPresent();
  }

  private boolean everSettled(Odd odd, Revision revision) {
    return allocator.history(odd.place()).stream()
        .anyMatch(state -> state.settled().filter(revision::equals).isPresent());
  }

  private int measuredWhenSettled(Odd odd, Revision revision) {
    return allocator.history(odd.place()).stream()
        .filter(state -> state.settled().filter(revision::equals).isPresent())
        .findFirst()
        .flatMap(EvseState::measured)
        .map(MeasuredCurrent::milliamps)
        .orElseThrow()
        .largest();
  }
}
