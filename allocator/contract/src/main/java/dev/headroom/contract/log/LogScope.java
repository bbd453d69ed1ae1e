package dev.headroom.contract.log;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the lines logged meanwhile are about: fields of the mapped diagnostic context, put back as
 * they were at the end. Open it around work that stays on its thread, never across a callback:
 *
 * <pre>{@code try (var _ = LogScope.of("site", site).and("epoch", epoch)) { … }}</pre>
 */
public final class LogScope implements AutoCloseable {

  private record Before(String field, @Nullable String value) {}

  private final Deque<Before> before = new ArrayDeque<>(4);

  private LogScope() {}

  public static LogScope of(String field, Object value) {
    return new LogScope().and(field, value);
  }

  /** One field more. */
  public LogScope and(String field, Object value) {
    before.push(new Before(field, MDC.get(field)));
    MDC.put(field, value.toString());
    return this;
  }

  @Override
  public void close() {
    while (!before.isEmpty()) {
      Before one = before.pop();
      if (one.value() == null) {
        MDC.remove(one.field());
      } else {
        MDC.put(one.field(), one.value());
      }
    }
  }
}
