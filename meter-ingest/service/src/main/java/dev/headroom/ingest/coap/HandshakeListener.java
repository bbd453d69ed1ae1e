package dev.headroom.ingest.coap;

import dev.headroom.ingest.metrics.HandshakeResult;
import java.util.function.Consumer;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.scandium.dtls.DTLSContext;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.eclipse.californium.scandium.dtls.SessionAdapter;
import org.jboss.logging.Logger;

/** Tells how handshakes end, so that a meter with a wrong key is found. */
final class HandshakeListener extends SessionAdapter {

  private static final Logger LOG = Logger.getLogger(HandshakeListener.class);

  private final Consumer<HandshakeResult> results;

  HandshakeListener(Consumer<HandshakeResult> results) {
    this.results = results;
  }

  @Override
  public void contextEstablished(Handshaker handshaker, DTLSContext context) {
    results.accept(HandshakeResult.COMPLETED);
  }

  /** Scandium does not tell a wrong key from silence: a peer with one just never gets through. */
  @Override
  public void handshakeFailed(Handshaker handshaker, Throwable error) {
    if (handshaker.getSession().getPeerIdentity() instanceof PreSharedKeyIdentity claimed) {
      LOG.warnf(
          "%s at %s has probably the wrong key: %s",
          claimed.getIdentity(), handshaker.getPeerAddress(), error.getMessage());
      results.accept(HandshakeResult.WRONG_KEY);
    } else {
      LOG.debugf("%s: %s", handshaker.getPeerAddress(), error.getMessage());
      results.accept(HandshakeResult.FAILED);
    }
  }
}
