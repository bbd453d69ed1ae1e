package dev.headroom.trial.gateway;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** MeterValues of OCPP 1.6 with all that the gateway asks for: nine values, some 1,100 bytes. */
final class MeterText {

  private static final int VOLTS = 230;

  private MeterText() {}

  /** A sample of connector 1, on three phases that draw the same. */
  static String of(int transaction, int milliamps, int wattHours, Instant at) {
    String amperes = String.format(Locale.ROOT, "%.1f", milliamps / 1000.0);
    int watts = 3 * VOLTS * milliamps / 1000;
    return "{\"connectorId\":1,\"transactionId\":"
        + transaction
        + ",\"meterValue\":[{\"timestamp\":\""
        + at.truncatedTo(ChronoUnit.MILLIS)
        + "\",\"sampledValue\":["
        + phases("Current.Import", amperes, "A")
        + phases("Voltage", Integer.toString(VOLTS), "V")
        + value("Power.Active.Import", watts, "W")
        + ","
        + value("Current.Offered", milliamps / 1000, "A")
        + ","
        + value("Energy.Active.Import.Register", wattHours, "Wh")
        + "]}]}";
  }

  private static String phases(String measurand, String value, String unit) {
    StringBuilder text = new StringBuilder();
    for (int phase = 1; phase <= 3; phase++) {
      text.append("{\"value\":\"")
          .append(value)
          .append("\",\"context\":\"Sample.Periodic\",\"measurand\":\"")
          .append(measurand)
          .append("\",\"phase\":\"L")
          .append(phase)
          .append("\",\"unit\":\"")
          .append(unit)
          .append("\"},");
    }
    return text.toString();
  }

  private static String value(String measurand, int value, String unit) {
    return "{\"value\":\""
        + value
        + "\",\"context\":\"Sample.Periodic\",\"measurand\":\""
        + measurand
        + "\",\"unit\":\""
        + unit
        + "\"}";
  }
}
