package dev.headroom.ingest.coap;

import dev.headroom.ingest.reading.MeterIdentity;
import dev.headroom.ingest.reading.Refusal;
import dev.headroom.ingest.reading.RefusedReading;
import java.util.List;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;

/** Who a request comes from. */
final class Sender {

  private Sender() {}

  /** Whether the peer has shown a key. */
  static boolean isAuthenticated(Request request) {
    return request.getSourceContext().getPeerIdentity() instanceof PreSharedKeyIdentity;
  }

  /**
   * The meter: over DTLS what its key says, on the plain port what the path says.
   *
   * @throws RefusedReading if it does not say
   */
  static MeterIdentity of(Request request) {
    List<String> path = request.getOptions().getUriPath();
    try {
      if (request.getSourceContext().getPeerIdentity() instanceof PreSharedKeyIdentity known) {
        if (path.size() > 1) {
          throw new IllegalArgumentException("post to /readings: the key says who you are");
        }
        return MeterIdentity.of(known.getIdentity());
      }
      if (path.size() != 3) {
        throw new IllegalArgumentException("without DTLS post to /readings/{site}/{meter}");
      }
      return new MeterIdentity(path.get(1), path.get(2));
    } catch (IllegalArgumentException nobody) {
      throw new RefusedReading(Refusal.UNKNOWN_METER, String.valueOf(nobody.getMessage()));
    }
  }
}
