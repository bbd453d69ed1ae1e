package dev.headroom.gateway.core.ocpp201;

import dev.headroom.gateway.core.rpc.Longest;
import java.util.List;
import java.util.Optional;

/** An identifier and what kind it is. */
public record IdToken(String idToken, String type, Optional<List<Object>> additionalInfo) {

  public IdToken {
    idToken = Longest.name(idToken);
    additionalInfo = additionalInfo.map(List::copyOf);
  }
}
