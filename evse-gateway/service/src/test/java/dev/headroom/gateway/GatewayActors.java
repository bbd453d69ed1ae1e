package dev.headroom.gateway;

import dev.headroom.gateway.actor.Allocator;
import dev.headroom.gateway.actor.Charger;
import dev.headroom.gateway.actor.Operator;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Who plays in a test of the whole gateway; each test has a station and a site of its own. */
abstract class GatewayActors {

  static final String PASSWORD = "0123456789abcdef";

  private static final AtomicInteger COUNT = new AtomicInteger();

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  final String station = "CP-" + COUNT.incrementAndGet();
  final String site = "site-" + COUNT.get();

  Operator operator;
  Allocator allocator;

  @BeforeEach
  void startActors() {
    operator = new Operator(port);
    allocator = new Allocator(broker);
    eventually().until(() -> operator.get("/q/health/ready").statusCode() == 200);
    eventually().until(() -> operator.provision(station, PASSWORD) < 300);
  }

  @AfterEach
  void stopActors() {
    allocator.close();
  }

  Charger connect() {
    return Charger.connect(port, station, PASSWORD);
  }

  static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
