package dev.headroom.simulator.ocpp.wire;

/** Basic authentication of a charging station; the user is its id. */
public record StationLogin(String user, String password) {}
