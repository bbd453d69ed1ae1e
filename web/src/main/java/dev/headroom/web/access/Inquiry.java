package dev.headroom.web.access;

import io.vertx.core.MultiMap;
import java.util.Optional;

/**
 * A request, for whoever wants to know later where a change came from.
 *
 * @param reason the caller's own words, from {@code X-Reason}
 * @param requestId from {@code X-Request-Id}
 */
public record Inquiry(Caller caller, Optional<String> reason, Optional<String> requestId) {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_ID = 128;

  static Inquiry of(Caller caller, MultiMap headers) {
    return new Inquiry(
        caller,
        text(headers, "X-Reason", LONGEST_REASON),
        text(headers, "X-Request-Id", LONGEST_ID));
  }

  private static Optional<String> text(MultiMap headers, String name, int longest) {
    return Optional.ofNullable(headers.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> text.substring(0, Math.min(longest, text.length())));
  }
}
