package dev.headroom.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The password of an {@code Authorization: Basic} header whose user name is the station's identity
 * (OCPP-J 1.6 §6.2). The identity may hold colons, which is why it is needed to read the header.
 */
final class BasicCredentials {

  private static final String SCHEME = "basic ";

  /** Longer headers are not looked at: identity, colon and password fit well within it. */
  private static final int LONGEST = 512;

  private BasicCredentials() {}

  /** Empty when the header is missing, is no Basic header, or names somebody else. */
  static Optional<String> password(Optional<String> header, String stationId) {
    return header
        .filter(text -> text.length() <= LONGEST)
        .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .flatMap(text -> decode(text.substring(SCHEME.length()).strip()))
        .filter(pair -> pair.startsWith(stationId + ":"))
        .map(pair -> pair.substring(stationId.length() + 1));
  }

  private static Optional<String> decode(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
