package dev.headroom.ingest;

import static dev.headroom.ingest.MeterKeysFile.KEY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.embedded.quarkus.BrokerSwitch;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.CoAP.Type;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service between real DTLS and a real broker. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(IngestEnvironment.class)
class MeterIngestTest {

  @TestHTTPResource("/")
  URI address;

  @Inject IngestService service;
  @Inject MeterRegistry registry;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private PublishedReadings published;

  @BeforeEach
  void listen() {
    published = new PublishedReadings(bootstrapServers);
  }

  @AfterEach
  void stopListening() {
    published.close();
  }

  @Test
  void publishesWhatAMeterSendsAndThenSaysSo() {
    try (MeterClient meter = meter("site-1/main")) {
      CoapResponse answer =
          meter.send(
              """
              [{"bn":"x/","n":"i/L1","u":"A","v":12.3},{"n":"i/L2","u":"A","v":3.1},
               {"n":"v/L1","u":"V","v":120.1}]\
              """);
      assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
    }
    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(published.of("site-1/main")).hasSize(1));
    MeterReading reading = published.of("site-1/main").getFirst();
    assertThat(reading.currentMilliamps().on(Phase.L1)).isEqualTo(12_300);
    assertThat(reading.currentMilliamps().on(Phase.L2)).isEqualTo(3_100);
    assertThat(reading.currentMilliamps().phases()).doesNotContain(Phase.L3);
  }

  @Test
  void takesUnconfirmedRequestsToo() {
    try (MeterClient meter = meter("site-1/panel")) {
      Request request = meter.request("/readings", pack(1, 5));
      request.setType(Type.NON);
      assertThat(meter.answer(request).getCode()).isEqualTo(ResponseCode.CHANGED);
    }
  }

  @Test
  void s4RejectsWhatIsNotACurrentAndPublishesNothingOfIt() {
    double before = rejected("value") + rejected("malformed") + rejected("no-current");
    try (MeterClient meter = meter("site-2/main")) {
      CoapResponse nan = meter.send("[{\"n\":\"i/L1\",\"u\":\"A\",\"v\":NaN}]");
      assertThat(nan.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
      assertThat(nan.getResponseText()).contains("NaN");
      CoapResponse negative = meter.send("[{\"n\":\"i/L1\",\"u\":\"A\",\"v\":-1}]");
      assertThat(negative.getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
      assertThat(negative.getResponseText()).isEqualTo("i/L1 is -1 A, outside 0 to 20000");
      CoapResponse absurd = meter.send("[{\"n\":\"i/L1\",\"u\":\"A\",\"v\":20001}]");
      assertThat(absurd.getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
      CoapResponse none = meter.send("[{\"n\":\"v/L1\",\"u\":\"V\",\"v\":120}]");
      assertThat(none.getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
      assertThat(meter.send(pack(1, 7)).getCode()).isEqualTo(ResponseCode.CHANGED);
    }
    assertThat(rejected("value") + rejected("malformed") + rejected("no-current"))
        .isEqualTo(before + 4);
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(published.of("site-2/main"))
                    .extracting(it -> it.currentMilliamps().on(Phase.L1))
                    .containsExactly(7_000));
  }

  @Test
  void s4RejectsWhatIsOutOfOrder() {
    double before = rejected("out-of-order");
    try (MeterClient meter = meter("site-3/main")) {
      assertThat(meter.send(pack(10, 1)).getCode()).isEqualTo(ResponseCode.CHANGED);
      CoapResponse late = meter.send(pack(9, 2));
      assertThat(late.getCode()).isEqualTo(ResponseCode.CONFLICT);
      assertThat(late.getResponseText()).isEqualTo("sequence 9 after 10");
      assertThat(meter.send(pack(11, 3)).getCode()).isEqualTo(ResponseCode.CHANGED);
    }
    assertThat(rejected("out-of-order")).isEqualTo(before + 1);
    assertThat(registry.counter("headroom.readings", "outcome", "accepted").count())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void refusesWhatIsTooLongOrOfAnotherKind() {
    try (MeterClient meter = meter("site-1/main")) {
      for (int bytes : List.of(4 << 10, 1 << 20)) {
        assertThat(meter.send("[" + " ".repeat(bytes)).getCode())
            .isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
      }
      Request cbor = meter.request("/readings", pack(1, 1));
      cbor.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_SENML_CBOR);
      assertThat(meter.answer(cbor).getCode()).isEqualTo(ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
      Request unnamed = meter.request("/readings", pack(1, 1));
      unnamed.getOptions().removeContentFormat();
      assertThat(meter.answer(unnamed).getCode())
          .isEqualTo(ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
    }
  }

  @Test
  void believesTheKeyAndNotThePath() {
    try (MeterClient meter = meter("site-1/main")) {
      assertThat(meter.send("/readings/site-2/main", pack(1, 1)).getCode())
          .isEqualTo(ResponseCode.UNAUTHORIZED);
    }
    try (MeterClient anybody = MeterClient.plain(plain())) {
      assertThat(anybody.send("/readings", pack(1, 1)).getCode())
          .isEqualTo(ResponseCode.UNAUTHORIZED);
      assertThat(anybody.send("/readings/site-9/main", pack(1, 1)).getCode())
          .isEqualTo(ResponseCode.CHANGED);
      assertThat(anybody.send("/readings/site-9/MAIN", pack(1, 1)).getCode())
          .isEqualTo(ResponseCode.UNAUTHORIZED);
    }
  }

  /** From a forged address nobody gets more out of the plain port than was put in. */
  @Test
  void answersAStrangerAtNoGreaterLengthThanItAsked() {
    try (MeterClient stranger = MeterClient.plain(plain())) {
      CoapResponse refused = stranger.send("/readings", "[]");
      assertThat(refused.getCode()).isEqualTo(ResponseCode.UNAUTHORIZED);
      assertThat(refused.getPayload()).hasSizeLessThanOrEqualTo(2);
      Request root = Request.newGet();
      root.setURI("coap://127.0.0.1:" + plain().getPort() + "/");
      assertThat(stranger.answer(root).getPayload()).isEmpty();
    }
  }

  @Test
  void countsAWrongKeyAndAnUnknownMeterAndDisturbsNobody() {
    try (MeterClient good = meter("site-4/main");
        MeterClient wrong = MeterClient.secure(secure(), "site-4/main", "another key altogether");
        MeterClient unknown = MeterClient.secure(secure(), "site-99/main", KEY)) {
      assertThat(good.send(pack(1, 1)).getCode()).isEqualTo(ResponseCode.CHANGED);
      double wrongBefore = handshakes("wrong-key");
      double unknownBefore = unknownIdentities();
      assertThat(wrong.tried(wrong.request("/readings", pack(2, 1)))).isEmpty();
      assertThat(unknown.tried(unknown.request("/readings", pack(2, 1)))).isEmpty();
      await()
          .atMost(40, SECONDS)
          .untilAsserted(
              () -> {
                assertThat(handshakes("wrong-key")).isGreaterThan(wrongBefore);
                assertThat(unknownIdentities()).isGreaterThan(unknownBefore);
              });
      assertThat(good.send(pack(2, 1)).getCode()).isEqualTo(ResponseCode.CHANGED);
    }
  }

  @Test
  void followsTheFileOfKeys() throws IOException {
    String added = MeterKeysFile.INITIAL + "site-5/main: a first key of enough bytes\n";
    Files.writeString(IngestEnvironment.metersFile(), added);
    try (MeterClient meter =
        MeterClient.secure(secure(), "site-5/main", "a first key of enough bytes")) {
      await()
          .atMost(20, SECONDS)
          .until(() -> meter.tried(meter.request("/readings", pack(1, 1))).isPresent());
      Files.writeString(IngestEnvironment.metersFile(), MeterKeysFile.INITIAL);
      await()
          .atMost(20, SECONDS)
          .until(
              () ->
                  meter
                      .tried(meter.request("/readings", pack(2, 1)))
                      .filter(it -> it.getCode() == ResponseCode.CHANGED)
                      .isEmpty());
    }
  }

  @Test
  void asksMetersToComeBackWhileTheBrokerIsDownAndGoesOnAfterwards() throws Exception {
    try (MeterClient meter = meter("site-2/main")) {
      assertThat(meter.send(pack(100, 1)).getCode()).isEqualTo(ResponseCode.CHANGED);
      BrokerSwitch.stop();
      CoapResponse down = meter.send(pack(101, 2));
      assertThat(down.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
      assertThat(down.getOptions().getMaxAge()).isEqualTo(2);
      await().atMost(30, SECONDS).until(() -> health("ready").contains("\"broker\": \"lost\""));
      assertThat(health("ready")).contains("\"status\": \"DOWN\"", "broker.since", "broker.error");
      assertThat(health("live")).contains("\"status\": \"UP\"").doesNotContain("DOWN");
      BrokerSwitch.restart();
      await()
          .atMost(30, SECONDS)
          .until(() -> meter.send(pack(101, 2)).getCode() == ResponseCode.CHANGED);
      await().atMost(30, SECONDS).until(() -> !health("ready").contains("DOWN"));
    } finally {
      BrokerSwitch.restart();
    }
  }

  private String health(String kind) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/q/health/" + kind)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private MeterClient meter(String identity) {
    return MeterClient.secure(secure(), identity, KEY);
  }

  private InetSocketAddress secure() {
    return service.listener().orElseThrow().secureAddress();
  }

  private InetSocketAddress plain() {
    return service.listener().orElseThrow().plainAddress().orElseThrow();
  }

  private static String pack(long sequence, int amperes) {
    return "[{\"n\":\"i/L1\",\"u\":\"A\",\"v\":%d},{\"n\":\"seq\",\"v\":%d}]"
        .formatted(amperes, sequence);
  }

  private double rejected(String reason) {
    return registry.counter("headroom.readings.rejected", "reason", reason).count();
  }

  private double handshakes(String result) {
    return registry.counter("headroom.dtls.handshakes", "result", result).count();
  }

  private double unknownIdentities() {
    return registry.counter("headroom.dtls.unknown.identities").count();
  }
}
