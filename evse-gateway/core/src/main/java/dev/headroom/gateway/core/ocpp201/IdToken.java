package dev.headroom.gateway.core.ocpp201;

import java.util.List;
import java.util.Optional;

/** An identifier and what kind it is. */
public record IdToken(String idToken, String type, Optional<List<Object>> additionalInfo) {

  public IdToken {
    additionalInfo = additionalInfo.map(List::copyOf);
  }
}
