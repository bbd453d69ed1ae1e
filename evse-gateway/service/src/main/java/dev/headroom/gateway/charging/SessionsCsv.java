package dev.headroom.gateway.charging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charging sessions as comma-separated values (RFC 4180), one line each; unknown is empty. */
final class SessionsCsv {

  /** What makes a spreadsheet take a text for a formula. */
  private static final String FORMULA = "=+-@\t\r\n";

  private static final CsvMapper MAPPER = new CsvMapper();
  private static final CsvSchema SCHEMA = MAPPER.schemaFor(Row.class).withLineSeparator("\r\n");
  private static final ObjectWriter LINES = MAPPER.writerFor(Row[].class).with(SCHEMA);

  private SessionsCsv() {}

  /** The names of the columns, as a line. */
  static String header() {
    return String.join(",", columns()) + "\r\n";
  }

  static List<String> columns() {
    return SCHEMA.getColumnNames();
  }

  static String lines(List<ChargingRecord> sessions) {
    try {
      return LINES.writeValueAsString(sessions.stream().map(Row::of).toArray(Row[]::new));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a session cannot be written as CSV", impossible);
    }
  }

  /** A text that comes from a charger or a site file must not run when it is opened. */
  private static @Nullable String text(@Nullable String value) {
    boolean runs = value != null && !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    return runs ? "'" + value : value;
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  @JsonPropertyOrder({
    "site",
    "tenant",
    "evse",
    "station_id",
    "transaction_id",
    "ocpp_version",
    "id_tag",
    "state",
    "started_at",
    "ended_at",
    "charger_started_at",
    "charger_ended_at",
    "end_reason",
    "meter_start_wh",
    "meter_stop_wh",
    "energy_wh"
  })
  private record Row(
      @JsonProperty("site") @Nullable String site,
      @JsonProperty("tenant") @Nullable String tenant,
      @JsonProperty("evse") @Nullable String evse,
      @JsonProperty("station_id") @Nullable String stationId,
      @JsonProperty("transaction_id") @Nullable String transactionId,
      @JsonProperty("ocpp_version") @Nullable String ocppVersion,
      @JsonProperty("id_tag") @Nullable String idToken,
      @JsonProperty("state") ChargingState state,
      @JsonProperty("started_at") @Nullable String startedAt,
      @JsonProperty("ended_at") @Nullable String endedAt,
      @JsonProperty("charger_started_at") @Nullable String chargerStartedAt,
      @JsonProperty("charger_ended_at") @Nullable String chargerEndedAt,
      @JsonProperty("end_reason") @Nullable String endReason,
      @JsonProperty("meter_start_wh") @Nullable Long meterStartWattHours,
      @JsonProperty("meter_stop_wh") @Nullable Long meterStopWattHours,
      @JsonProperty("energy_wh") @Nullable Long energyWattHours) {

    static Row of(ChargingRecord session) {
      return new Row(
          text(session.site),
          text(session.tenant),
          text(session.evse),
          text(session.stationId),
          text(session.transactionId),
          session.ocppVersion,
          text(session.idToken),
          session.state(),
          time(session.startedAt),
          time(session.endedAt),
          time(session.chargerStartedAt),
          time(session.chargerEndedAt),
          text(session.endReason),
          session.meterStartWh,
          session.meterStopWh,
          session.energyWh);
    }
  }
}
