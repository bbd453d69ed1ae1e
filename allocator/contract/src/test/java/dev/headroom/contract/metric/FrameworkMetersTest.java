package dev.headroom.contract.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameworkMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void filter() {
    registry.config().meterFilter(new FrameworkMeters());
  }

  @Test
  void leavesOutWhatNobodyExplainsButNeverOurs() {
    registry.counter("netty.something");
    registry.counter("headroom.something");
    assertThat(names()).containsExactly("headroom.something");
  }

  @Test
  void explainsWhatIsWorthIt() {
    registry.counter("http.server.errors");
    assertThat(registry.get("http.server.errors").counter().getId().getDescription()).isNotBlank();
  }

  @Test
  void writesLabelsInSnakeCase() {
    Counter.builder("sql").description("queries").tag("clientName", "a").register(registry);
    assertThat(registry.get("sql").counter().getId().getTag("client_name")).isEqualTo("a");
  }

  private Stream<String> names() {
    return registry.getMeters().stream().map(Meter::getId).map(Meter.Id::getName);
  }
}
