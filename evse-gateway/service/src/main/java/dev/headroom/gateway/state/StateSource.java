package dev.headroom.gateway.state;

/** A connection whose states are published; told from others by identity. */
public interface StateSource {

  /**
   * The broker has the record that opened an EVSE's connection. Comes on any thread.
   *
   * @param epoch the record's offset
   */
  void opened(String evse, long epoch);
}
