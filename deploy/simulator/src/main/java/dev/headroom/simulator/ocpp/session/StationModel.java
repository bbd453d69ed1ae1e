package dev.headroom.simulator.ocpp.session;

/** What a station says it is. */
public record StationModel(String vendor, String name, String firmware) {

  public static final StationModel AC = new StationModel("Headroom", "Simulated AC", "1.0.0");
}
