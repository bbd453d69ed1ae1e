package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S1: what was decided before a connection was known raises nothing on it. The charger may have
 * gone back to its fallback since, and the base load have risen.
 */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S1UnknownConnectionTest {

  private static final int FALLBACK = 6000;

  private final Charger charger;
  private final Line line;

  S1UnknownConnectionTest(OcppVersion version) {
    charger = new Charger(version);
    line = new Line(charger);
  }

  private void charges() {
    line.open(Optional.of(Sites.oneBay()));
    line.boot();
    line.hold(Duration.ofHours(24));
    line.start(1);
  }

  private void allocate(long sequence, int milliamps, OptionalLong connection) {
    Allocation allocation =
        Sites.allocation(new Revision(7, sequence), Map.of("bay-1", milliamps), connection);
    line.take(new Input.Allocated(allocation));
  }

  private int limit() {
    return charger.limit(1, line.now());
  }

  @Test
  void aLimitOfAnEarlierConnectionStopsAtTheFallback() {
    charges();
    allocate(1, 20_000, OptionalLong.of(Sites.CONNECTION - 1));
    assertThat(limit()).isEqualTo(FALLBACK);
    allocate(2, 20_000, OptionalLong.of(Sites.CONNECTION));
    assertThat(limit()).isEqualTo(20_000);
  }

  @Test
  void soDoesALimitOfNoConnection() {
    charges();
    allocate(1, 20_000, OptionalLong.empty());
    assertThat(limit()).isEqualTo(FALLBACK);
  }

  @Test
  void aLimitBelowTheFallbackCutsWhoeverKnewWhat() {
    charges();
    allocate(1, 0, OptionalLong.empty());
    assertThat(limit()).isZero();
  }

  @Test
  void nothingRisesBeforeTheBrokerHasTheConnection() {
    line.withoutBroker();
    charges();
    allocate(1, 20_000, OptionalLong.of(Sites.CONNECTION));
    assertThat(limit()).isEqualTo(FALLBACK);
    line.take(Sites.opened(line.state()));
    assertThat(limit()).as("the allocator may hear of it before we do").isEqualTo(20_000);
  }

  @Test
  void whatWasRaisedStays() {
    charges();
    allocate(1, 20_000, OptionalLong.of(Sites.CONNECTION));
    allocate(2, 24_000, OptionalLong.empty());
    assertThat(limit()).isEqualTo(20_000);
  }
}
