package dev.headroom.gateway.kafka;

import dev.headroom.contract.broker.BrokerWatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;

/** Whether the broker is there. */
@ApplicationScoped
public class Broker {

  private final BrokerWatch watch;

  Broker(KafkaSettings settings) {
    this.watch = new BrokerWatch(settings.common(), Clock.systemUTC());
  }

  void start(@Observes StartupEvent event) {
    watch.start();
  }

  void stop(@Observes ShutdownEvent event) {
    watch.close();
  }

  /** Which broker and what is known of it, in words for a health check, by name. */
  public Map<String, String> told() {
    return watch.told();
  }
}
