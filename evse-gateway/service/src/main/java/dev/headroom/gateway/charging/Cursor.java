package dev.headroom.gateway.charging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.gateway.problem.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last session of a page; callers see it as a word without meaning. */
record Cursor(Instant startedAt, String stationId, String transactionId) {

  /** Neither part can contain it: ids of stations and transactions are printable. */
  private static final String BETWEEN = "\n";

  static Cursor of(ChargingRecord last) {
    return new Cursor(last.startedAt, last.stationId, last.transactionId);
  }

  static Cursor parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(BETWEEN, -1);
      if (parts.length == 3) {
        return new Cursor(Instant.parse(parts[0]), parts[1], parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException noCursor) {
      // refused below
    }
    throw Refused.badRequest("'cursor' is none that a page ended with: '" + text + "'");
  }

  String text() {
    String plain = String.join(BETWEEN, startedAt.toString(), stationId, transactionId);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }
}
