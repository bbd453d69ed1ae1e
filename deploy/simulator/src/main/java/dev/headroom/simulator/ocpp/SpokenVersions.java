package dev.headroom.simulator.ocpp;

import java.util.Locale;

/** Which station speaks which version of OCPP. */
public enum SpokenVersions {
  ALL_1_6("1.6"),
  ALL_2_0_1("2.0.1"),
  /** 1.6 and 2.0.1 in turn. */
  MIXED("mixed");

  private final String notation;

  SpokenVersions(String notation) {
    this.notation = notation;
  }

  /**
   * As on the command line.
   *
   * @throws IllegalArgumentException naming what is understood
   */
  public static SpokenVersions of(String text) {
    for (SpokenVersions each : values()) {
      if (each.notation.equals(text.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new IllegalArgumentException("OCPP is spoken as 1.6, 2.0.1 or mixed, not " + text);
  }

  /** What a station speaks, by its place among all stations, from 0. */
  public OcppVersion of(int station) {
    return switch (this) {
      case ALL_1_6 -> OcppVersion.V1_6;
      case ALL_2_0_1 -> OcppVersion.V2_0_1;
      case MIXED -> station % 2 == 0 ? OcppVersion.V1_6 : OcppVersion.V2_0_1;
    };
  }
}
