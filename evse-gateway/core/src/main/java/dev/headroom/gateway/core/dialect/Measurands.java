package dev.headroom.gateway.core.dialect;

import java.util.List;

/** What chargers are asked to sample; both versions name it alike. */
final class Measurands {

  private static final String ENERGY = "Energy.Active.Import.Register";
  private static final String MEASURED = "Current.Import,Voltage,Power.Active.Import," + ENERGY;

  /** All that is made use of. */
  static final String WANTED = MEASURED + ",Current.Offered,Power.Offered";

  /** What to make do with, one after the other: a measurement is worth more than an offer. */
  static final List<String> FEWER =
      List.of(
          MEASURED,
          "Current.Import," + ENERGY,
          "Current.Offered," + ENERGY,
          "Power.Offered," + ENERGY);

  private Measurands() {}
}
