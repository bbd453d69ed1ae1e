package dev.headroom.gateway.core.ocpp16;

import java.time.Instant;
import java.util.Optional;

/** What is known of an identifier. */
public record IdTagInfo(
    AuthorizationStatus status, Optional<Instant> expiryDate, Optional<String> parentIdTag) {

  public static IdTagInfo of(AuthorizationStatus status) {
    return new IdTagInfo(status, Optional.empty(), Optional.empty());
  }
}
