package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S7: an older allocator or a replayed record can't undo a newer limit. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S7OlderRevisionTest {

  private final Charger charger;
  private final Line line;

  S7OlderRevisionTest(OcppVersion version) {
    charger = new Charger(version);
    line = Line.charging(charger);
  }

  @Test
  void dropsAnOlderSequence() {
    line.allocate(5, 10_000);
    line.allocate(4, 30_000);

    assertThat(charger.limit(1, line.now())).isEqualTo(10_000);
    assertThat(line.state().acknowledged().orElseThrow().revision()).isEqualTo(new Revision(7, 5));
    assertThat(line.counted(GatewayEvent.OLDER_ALLOCATION)).isEqualTo(1);
  }

  @Test
  void dropsAnOlderOwnerHoweverFarItHasCounted() {
    line.allocate(new Revision(8, 1), Map.of("bay-1", 10_000));
    line.allocate(new Revision(7, 999), Map.of("bay-1", 30_000));

    assertThat(charger.limit(1, line.now())).isEqualTo(10_000);
  }

  @Test
  void takesTheSameRevisionOnce() {
    line.allocate(5, 10_000);
    line.allocate(5, 30_000);

    assertThat(charger.limit(1, line.now())).isEqualTo(10_000);
    assertThat(line.counted(GatewayEvent.OLDER_ALLOCATION)).isZero();
  }

  @Test
  void ignoresAnotherSitesAllocation() {
    line.allocate(1, 10_000);
    line.take(
        new Input.Allocated(
            new dev.headroom.core.allocation.Allocation(
                "demo-2",
                new Revision(9, 9),
                1,
                line.now(),
                dev.headroom.gateway.core.fixture.Sites.allocation(
                        new Revision(9, 9), Map.of("bay-1", 30_000))
                    .limits(),
                java.util.List.of())));

    assertThat(charger.limit(1, line.now())).isEqualTo(10_000);
  }

  @Test
  void acknowledgesTheSameLimitOfANewerRevisionWithoutAWrite() {
    line.allocate(1, 10_000);
    int writes = charger.heard().size();
    line.allocate(2, 10_000);

    assertThat(charger.heard()).hasSize(writes);
    assertThat(line.state().acknowledged().orElseThrow().revision()).isEqualTo(new Revision(7, 2));
  }
}
