package dev.headroom.gateway.database;

/** PostgreSQL did not answer in time; what was asked may be asked again. */
public final class DatabaseAway extends RuntimeException {

  DatabaseAway(Throwable cause) {
    super("the database does not answer: " + cause.getMessage(), cause);
  }
}
