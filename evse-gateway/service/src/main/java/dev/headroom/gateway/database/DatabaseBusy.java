package dev.headroom.gateway.database;

/** Too many wanted something of PostgreSQL at once: it may well be there. */
public final class DatabaseBusy extends DatabaseAway {

  DatabaseBusy() {
    super(new IllegalStateException("too many want something of it"));
  }
}
