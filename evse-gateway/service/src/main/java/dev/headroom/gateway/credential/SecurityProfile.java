package dev.headroom.gateway.credential;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a station secures its connection, the weakest first: the security profiles 1 to 3 of OCPP
 * 2.0.1 part 2 A and of the security whitepaper of OCPP 1.6 (edition 3, §2).
 */
public enum SecurityProfile {
  /** HTTP Basic authentication on a plain connection. */
  PASSWORD(1),
  /** The same within TLS, where the gateway shows a certificate. */
  TLS_AND_PASSWORD(2),
  /** TLS where both sides show a certificate. */
  MUTUAL_TLS(3);

  private final int number;

  SecurityProfile(int number) {
    this.number = number;
  }

  /** As OCPP counts them, 1 to 3. */
  public int number() {
    return number;
  }

  /** The profile of this number. */
  public static Optional<SecurityProfile> numbered(int number) {
    return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
  }
}
