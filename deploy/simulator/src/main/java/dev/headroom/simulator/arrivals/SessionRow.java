package dev.headroom.simulator.arrivals;

import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A line of a session file, counted from 1. */
record SessionRow(Path file, int line, Map<String, String> cells) {

  private static final String ARRIVAL = "arrival";
  private static final String DEPARTURE = "departure";
  private static final String REQUESTED = "requested_energy (kWh)";
  private static final String DELIVERED = "delivered_energy (kWh)";
  private static final String ESTIMATED_DEPARTURE = "estimated_departure";
  private static final String STATION = "station_id";
  private static final BigDecimal MOST_KILOWATT_HOURS = BigDecimal.valueOf(10_000);

  static void requireColumns(Path file, CsvSchema header) {
    for (String column : List.of(ARRIVAL, DEPARTURE, REQUESTED, STATION)) {
      if (header.column(column) == null) {
        throw new IllegalArgumentException(
            "%s:1: has no column '%s', but %s".formatted(file, column, header.getColumnNames()));
      }
    }
  }

  RecordedSession session() {
    OffsetDateTime arrival = time(ARRIVAL);
    OffsetDateTime departure = time(DEPARTURE);
    if (!arrival.isBefore(departure)) {
      throw wrong(DEPARTURE, "lies not after arrival");
    }
    String station = cell(STATION);
    if (station.isEmpty()) {
      throw wrong(STATION, "is empty");
    }
    return new RecordedSession(
        arrival,
        departure,
        wattHours(REQUESTED),
        has(DELIVERED) ? OptionalLong.of(wattHours(DELIVERED)) : OptionalLong.empty(),
        station,
        has(ESTIMATED_DEPARTURE) ? Optional.of(time(ESTIMATED_DEPARTURE)) : Optional.empty(),
        line);
  }

  private OffsetDateTime time(String column) {
    try {
      return OffsetDateTime.parse(cell(column).replace(' ', 'T'));
    } catch (DateTimeParseException e) {
      throw wrong(column, "is no time with its offset, such as 2019-05-01 08:30:00-07:00", e);
    }
  }

  private long wattHours(String column) {
    try {
      BigDecimal kilowattHours = new BigDecimal(cell(column));
      if (kilowattHours.signum() >= 0 && kilowattHours.compareTo(MOST_KILOWATT_HOURS) <= 0) {
        return kilowattHours.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
      }
    } catch (NumberFormatException e) {
      throw wrong(column, "is no number of kWh", e);
    }
    throw wrong(column, "lies outside 0 to 10,000 kWh");
  }

  private boolean has(String column) {
    return !cell(column).isEmpty();
  }

  private String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  private IllegalArgumentException wrong(String column, String why) {
    return new IllegalArgumentException(message(column, why));
  }

  private IllegalArgumentException wrong(String column, String why, Exception cause) {
    return new IllegalArgumentException(message(column, why), cause);
  }

  private String message(String column, String why) {
    return "%s:%d: column '%s': '%s' %s".formatted(file, line, column, cell(column), why);
  }
}
