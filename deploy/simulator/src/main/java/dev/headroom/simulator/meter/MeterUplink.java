package dev.headroom.simulator.meter;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MapBasedEndpointContext;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/**
 * One meter's way to meter-ingest: confirmable POSTs over coaps with its own pre-shared key. After
 * a message that nobody answered the next one begins with a new handshake (a resumption, if the
 * other side still knows the session). A plain {@code coap} address does without DTLS.
 */
final class MeterUplink implements AutoCloseable {

  /** What became of a message, on Californium's threads. */
  interface Outcome {
    void answered(boolean success, String code);

    void lost();
  }

  static {
    CoapConfig.register();
    DtlsConfig.register();
  }

  private static final System.Logger LOG = System.getLogger(MeterUplink.class.getName());
  private static final int SENML_JSON = 110;

  /** It has one; a resumed session may stand beside the one it replaces. */
  private static final int MOST_PEERS = 4;

  private final URI address;
  private final InetSocketAddress peer;
  private final CoapEndpoint endpoint;
  private volatile boolean handshakeDue;

  /**
   * Opens a socket; nothing is sent yet.
   *
   * @param address such as {@code coaps://127.0.0.1:5684/readings}
   */
  MeterUplink(URI address, String identity, String key) throws IOException {
    this.address = address;
    this.peer = new InetSocketAddress(resolved(address), address.getPort());
    this.endpoint = endpoint(address, identity, key);
    endpoint.start();
  }

  private static InetAddress resolved(URI address) throws UnknownHostException {
    return InetAddress.getByName(address.getHost());
  }

  private static CoapEndpoint endpoint(URI address, String identity, String key) {
    Configuration configuration = Configuration.createStandardWithoutFile();
    configuration.set(CoapConfig.ACK_TIMEOUT, 1, TimeUnit.SECONDS);
    configuration.set(CoapConfig.MAX_RETRANSMIT, 1);
    configuration.set(CoapConfig.MAX_ACTIVE_PEERS, MOST_PEERS);
    configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
    CoapEndpoint.Builder builder = new CoapEndpoint.Builder().setConfiguration(configuration);
    if (address.getScheme().equals("coaps")) {
      builder.setConnector(dtls(configuration, identity, key));
    }
    return builder.build();
  }

  private static DTLSConnector dtls(Configuration configuration, String identity, String key) {
    configuration.set(DtlsConfig.DTLS_MAX_CONNECTIONS, MOST_PEERS);
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY);
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 1, TimeUnit.SECONDS);
    configuration.set(DtlsConfig.DTLS_MAX_RETRANSMISSION_TIMEOUT, 2, TimeUnit.SECONDS);
    configuration.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 2);
    byte[] secret = key.getBytes(StandardCharsets.UTF_8);
    return new DTLSConnector(
        DtlsConnectorConfig.builder(configuration)
            .setAdvancedPskStore(new AdvancedSinglePskStore(identity, secret))
            .build());
  }

  void post(byte[] senMl, Outcome outcome) {
    Request request = Request.newPost();
    request.setDestinationContext(context());
    request.setURI(address);
    request.getOptions().setContentFormat(SENML_JSON);
    request.setPayload(senMl);
    request.addMessageObserver(
        new MessageObserverAdapter() {
          @Override
          public void onResponse(Response response) {
            outcome.answered(response.isSuccess(), response.getCode().toString());
          }

          @Override
          public void onSendError(Throwable error) {
            LOG.log(Level.DEBUG, () -> address + " was not reached", error);
            super.onSendError(error);
          }

          @Override
          protected void failed() {
            handshakeDue = true;
            outcome.lost();
          }
        });
    endpoint.sendRequest(request);
  }

  private EndpointContext context() {
    EndpointContext plain = new AddressEndpointContext(peer);
    if (!handshakeDue || address.getScheme().equals("coap")) {
      return plain;
    }
    handshakeDue = false;
    return MapBasedEndpointContext.addEntries(
        plain, DtlsEndpointContext.ATTRIBUTE_HANDSHAKE_MODE_FORCE);
  }

  @Override
  public void close() {
    endpoint.destroy();
  }
}
