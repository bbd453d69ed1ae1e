package dev.headroom.gateway.rotation;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * A random password: 32 letters and digits, 187 bits, within the 16 to 40 characters of OCPP. It is
 * never hexadecimal, which some chargers of 1.6 would take for bytes.
 */
final class NewPassword {

  private static final String LETTERS = "GHJKLMNPQRSTUVWXYZghijkmnopqrstuvwxyz";
  private static final String ALL = LETTERS + "ABCDEFabcdef0123456789IOl";
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private NewPassword() {}

  static String make() {
    String rest =
        RANDOM
            .ints(LENGTH - 1, 0, ALL.length())
            .mapToObj(i -> String.valueOf(ALL.charAt(i)))
            .collect(Collectors.joining());
    return LETTERS.charAt(RANDOM.nextInt(LETTERS.length())) + rest;
  }
}
