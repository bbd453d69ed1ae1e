package dev.headroom.actors.charger;

/** What a station tells of how it follows its limits. */
public enum Telling {
  /** What its vehicles draw, and what they are offered. */
  DRAW,
  /** It has no meter of currents, but tells what it offers. */
  OFFER,
  /** The schedule that it follows when it is asked, and nothing else. */
  SCHEDULE;

  /** Whether a station like this samples it when it is told to. */
  public boolean tells(String measurand) {
    return switch (measurand) {
      case "Current.Import", "Voltage", "Power.Active.Import" -> this == DRAW;
      case "Current.Offered", "Power.Offered" -> this != SCHEDULE;
      default -> true;
    };
  }
}
