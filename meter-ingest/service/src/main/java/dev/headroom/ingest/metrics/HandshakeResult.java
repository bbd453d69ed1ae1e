package dev.headroom.ingest.metrics;

import java.util.Locale;

/** How a DTLS handshake ended. */
public enum HandshakeResult {
  COMPLETED,
  /** Named a meter we know and could not prove to be it. */
  WRONG_KEY,
  /** An identity we do not know, no common cipher suite, silence, nonsense. */
  FAILED;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
