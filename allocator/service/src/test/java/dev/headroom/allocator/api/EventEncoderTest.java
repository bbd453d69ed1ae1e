package dev.headroom.allocator.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.limits.FeedEvent;
import dev.headroom.allocator.limits.Issued;
import dev.headroom.allocator.limits.LimitsChange;
import dev.headroom.allocator.limits.SiteBoard;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventEncoderTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final SiteBoard<EvseState> states = new SiteBoard<>();
  private final SiteBoard<Ceiling> ceilings = new SiteBoard<>();
  private final EventEncoder encoder =
      new EventEncoder(
          boards(), new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module()));

  @Test
  void anEventIsEncodedOnceForAThousandReaders() {
    FeedEvent limits = limits();
    FeedEvent report = new FeedEvent.Reported(Fixtures.charging("oak", "left", NOON));
    for (int reader = 0; reader < 1000; reader++) {
      encoder.encode(report);
    }
    assertThat(encoder.encodings()).isEqualTo(1);
    assertThat(encoder.encode(limits).frame()).isSameAs(encoder.encode(limits).frame());
  }

  @Test
  void limitsShowWhatIsNewOfTheirEvses() {
    FeedEvent limits = limits();
    String before = encoder.encode(limits).json().orElseThrow();
    states.changed(
        new CompactedTable.Entry<>(
            "oak/left",
            Optional.of(Fixtures.charging("oak", "left", NOON)),
            0,
            0,
            new RecordHeaders(),
            NOON));

    assertThat(before).doesNotContain("startedAt");
    assertThat(encoder.encode(limits).json().orElseThrow()).contains("startedAt");
  }

  @Test
  void aMessageIsAnObjectAndAFrameHasTheIdBefore() {
    EncodedEvent event = encoder.encode(new FeedEvent.Resumed(List.of("oak")));

    assertThat(event.message(Optional.of("3:4@m")))
        .isEqualTo("{\"event\":\"resumed\",\"id\":\"3:4@m\",\"data\":{\"sites\":[\"oak\"]}}");
    assertThat(new String(EncodedEvent.idLine("3:4@m"), UTF_8) + new String(event.frame(), UTF_8))
        .isEqualTo("id:3:4@m\nevent:resumed\ndata:{\"sites\":[\"oak\"]}\n\n");
    assertThat(EncodedEvent.ALIVE.message(Optional.of("3:4@m")))
        .isEqualTo("{\"event\":\"alive\",\"id\":\"3:4@m\"}");
  }

  private static FeedEvent limits() {
    var reason =
        new Reason(
            Reason.Kind.IDLE,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    var allocation =
        new Allocation(
            "oak",
            new Revision(3, 1),
            1,
            NOON,
            List.of(new EvseLimit("left", 6_000, reason)),
            List.of());
    return new FeedEvent.Changed(
        new LimitsChange("oak", Optional.of(new Issued(allocation, 0, 0, NOON))));
  }

  private Boards boards() {
    return (Boards)
        Proxy.newProxyInstance(
            Boards.class.getClassLoader(),
            new Class<?>[] {Boards.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "evses" -> states;
                  case "ceilings" -> ceilings;
                  case "site" -> Optional.empty();
                  default -> throw new AssertionError(method.getName());
                });
  }
}
