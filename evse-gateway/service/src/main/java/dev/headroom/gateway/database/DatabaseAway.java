package dev.headroom.gateway.database;

/** PostgreSQL did not answer in time; what was asked may be asked again. */
public sealed class DatabaseAway extends RuntimeException permits DatabaseBusy {

  DatabaseAway(Throwable cause) {
    super("the database does not answer: " + cause.getMessage(), cause);
  }
}
