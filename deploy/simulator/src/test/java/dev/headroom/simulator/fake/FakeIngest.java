package dev.headroom.simulator.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;

/** A coaps server of a few lines that remembers what meters post. */
public final class FakeIngest implements AutoCloseable {

  /** A SenML pack and whose key it came under. */
  public record Posted(String identity, int contentFormat, JsonNode pack) {
    /** The value of a record; fails if it is not there. */
    public double value(String name) {
      for (JsonNode each : pack) {
        if (each.path("n").asText().equals(name)) {
          return each.get("v").asDouble();
        }
      }
      throw new AssertionError(name + " is not in " + pack);
    }
  }

  static {
    CoapConfig.register();
    DtlsConfig.register();
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final CoapServer server;

  /** Listens on this port, or a free one for 0, for meters with these keys. */
  public FakeIngest(Map<String, String> keys, int port) {
    Configuration configuration = Configuration.createStandardWithoutFile();
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.SERVER_ONLY);
    AdvancedMultiPskStore store = new AdvancedMultiPskStore();
    keys.forEach((identity, key) -> store.setKey(identity, key.getBytes(StandardCharsets.UTF_8)));
    server = new CoapServer(configuration);
    server.addEndpoint(
        new CoapEndpoint.Builder()
            .setConfiguration(configuration)
            .setConnector(
                new DTLSConnector(
                    DtlsConnectorConfig.builder(configuration)
                        .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .setAdvancedPskStore(store)
                        .build()))
            .build());
    server.add(new Readings());
    server.start();
  }

  private final class Readings extends CoapResource {
    Readings() {
      super("readings");
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      String identity =
          Objects.requireNonNull(
                  exchange.advanced().getRequest().getSourceContext().getPeerIdentity())
              .getName();
      posted.add(
          new Posted(
              identity,
              exchange.getRequestOptions().getContentFormat(),
              read(exchange.getRequestPayload())));
      exchange.respond(CoAP.ResponseCode.CHANGED);
    }
  }

  private static JsonNode read(byte[] payload) {
    try {
      return MAPPER.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return server.getEndpoints().getFirst().getAddress().getPort();
  }

  public URI address() {
    return URI.create("coaps://127.0.0.1:" + port() + "/readings");
  }

  /** Everything of one meter so far. */
  public List<Posted> of(String identity) {
    return posted.stream().filter(each -> each.identity().equals(identity)).toList();
  }

  public Posted latest(String identity) {
    return of(identity).getLast();
  }

  @Override
  public void close() {
    server.destroy();
  }
}
