package dev.headroom.gateway.core.dialect;

import java.time.Instant;
import java.util.Optional;

/**
 * Something of weight for security that a charger tells of; OCPP 2.0.1 A04, security whitepaper of
 * 1.6 §5. Its texts are cut to the lengths of the specification and hold no control characters, so
 * that nobody forges a line of a log with them.
 *
 * @param type 50 characters at most
 * @param at by the charger's clock
 * @param info 255 characters at most
 */
public record SecurityEvent(String type, Instant at, Optional<String> info) {

  private static final int LONGEST_TYPE = 50;
  private static final int LONGEST_INFO = 255;

  public SecurityEvent {
    type = PlainText.cut(type, LONGEST_TYPE);
    info = info.map(text -> PlainText.cut(text, LONGEST_INFO));
  }
}
