package dev.headroom.ingest;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/** A meter as the service sees it: a CoAP client, over DTLS if it has a key. */
final class MeterClient implements AutoCloseable {

  private final CoapEndpoint endpoint;
  private final String base;

  private MeterClient(CoapEndpoint endpoint, String base) {
    this.endpoint = endpoint;
    this.base = base;
  }

  static MeterClient secure(InetSocketAddress server, String identity, String key) {
    Configuration settings = settings();
    settings.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 1);
    settings.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 300, TimeUnit.MILLISECONDS);
    settings.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 4);
    DTLSConnector connector =
        new DTLSConnector(
            DtlsConnectorConfig.builder(settings)
                .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .setAdvancedPskStore(
                    new AdvancedSinglePskStore(identity, key.getBytes(StandardCharsets.UTF_8)))
                .build());
    return new MeterClient(
        CoapEndpoint.builder().setConfiguration(settings).setConnector(connector).build(),
        "coaps://127.0.0.1:" + server.getPort());
  }

  static MeterClient plain(InetSocketAddress server) {
    return new MeterClient(
        CoapEndpoint.builder().setConfiguration(settings()).setPort(0).build(),
        "coap://127.0.0.1:" + server.getPort());
  }

  private static Configuration settings() {
    return new Configuration(CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS, DtlsConfig.DEFINITIONS)
        .set(CoapConfig.BLOCKWISE_ENTITY_TOO_LARGE_AUTO_FAILOVER, false)
        .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, 2 << 20);
  }

  CoapResponse send(String pack) {
    return answer(request("/readings", pack));
  }

  CoapResponse send(String path, String pack) {
    return answer(request(path, pack));
  }

  Request request(String path, String pack) {
    Request request = Request.newPost();
    request.setURI(base + path);
    request.setPayload(pack);
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_SENML_JSON);
    return request;
  }

  CoapResponse answer(Request request) {
    return tried(request).orElseThrow(() -> new AssertionError("no answer to " + request.getURI()));
  }

  /** Empty if the server answers nothing, or the handshake fails. */
  Optional<CoapResponse> tried(Request request) {
    CoapClient client = new CoapClient().setEndpoint(endpoint).setTimeout(8_000L);
    try {
      return Optional.ofNullable(client.advanced(request));
    } catch (ConnectorException | java.io.IOException failed) {
      return Optional.empty();
    } finally {
      client.shutdown();
    }
  }

  @Override
  public void close() {
    endpoint.destroy();
  }
}
