package dev.headroom.gateway.database;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL answered, and the answer was no: asking again changes nothing. */
record Refusal(String sqlState) {

  /**
   * The refusal behind a failure: bad data (class 22), a broken constraint (23), or a statement
   * that is wrong (42).
   */
  static Optional<Refusal> of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(PgException.class::isInstance)
        .map(cause -> ((PgException) cause).getSqlState())
        .filter(state -> state != null && state.matches("(22|23|42).*"))
        .findFirst()
        .map(Refusal::new);
  }
}
