package dev.headroom.ingest;

import static dev.headroom.ingest.MeterKeysFile.KEY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.core.electrical.Phase;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meter nobody here wrote: the client of Debian's {@code libcoap3-bin}. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(IngestEnvironment.class)
class LibcoapMeterTest {

  private static final Path CLIENT = Path.of("/usr/bin/coap-client-openssl");

  @Inject IngestService service;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void requireTheClient() {
    assumeTrue(Files.isExecutable(CLIENT), "skipped: no " + CLIENT + " (apt install libcoap3-bin)");
  }

  @Test
  void isHeard() throws IOException, InterruptedException {
    Sent sent = send("site-1/panel", KEY, "[{\"n\":\"i/L2\",\"u\":\"A\",\"v\":42.5}]");
    assertThat(sent.output()).isEmpty();
    assertThat(sent.exitCode()).isZero();
    try (PublishedReadings published = new PublishedReadings(bootstrapServers)) {
      await()
          .atMost(20, SECONDS)
          .untilAsserted(
              () ->
                  assertThat(published.of("site-1/panel"))
                      .extracting(it -> it.currentMilliamps().values().get(Phase.L2))
                      .contains(42_500));
    }
  }

  @Test
  void readsWhyItIsNotBelieved() throws IOException, InterruptedException {
    assertThat(send("site-1/panel", KEY, "[{\"n\":\"i/L2\",\"u\":\"A\",\"v\":NaN}]").output())
        .contains("4.00")
        .contains("NaN");
  }

  @Test
  void isNotHeardWithAWrongKey() throws IOException, InterruptedException {
    assertThat(send("site-1/panel", "wrong", "[{\"n\":\"i/L2\",\"u\":\"A\",\"v\":1}]").output())
        .isNotEmpty();
  }

  private record Sent(int exitCode, String output) {}

  private Sent send(String identity, String key, String pack)
      throws IOException, InterruptedException {
    int port = service.listener().orElseThrow().secureAddress().getPort();
    Process client =
        new ProcessBuilder(
                List.of(
                    CLIENT.toString(),
                    "-m",
                    "post",
                    "-t",
                    "110",
                    "-B",
                    "5",
                    "-u",
                    identity,
                    "-k",
                    key,
                    "-e",
                    pack,
                    "coaps://127.0.0.1:" + port + "/readings"))
            .redirectErrorStream(true)
            .start();
    String output =
        new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Sent(client.waitFor(), output);
  }
}
