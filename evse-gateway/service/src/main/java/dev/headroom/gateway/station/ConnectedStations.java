package dev.headroom.gateway.station;

/** Which stations have a socket here. */
public interface ConnectedStations {

  boolean connected(String stationId);

  /** Closes the socket of a station that is no longer welcome, if it has one. */
  void dismiss(String stationId);
}
