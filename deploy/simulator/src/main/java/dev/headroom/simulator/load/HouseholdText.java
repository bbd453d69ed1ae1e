package dev.headroom.simulator.load;

import dev.headroom.actors.load.LoadTrace;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The UCI household: one line a minute, fields in quotes between semicolons, amperes in {@code
 * Global_intensity}. A minute without a measurement ({@code ?}) repeats the one before: a gap is
 * not a house that is off.
 */
final class HouseholdText {

  private static final String COLUMN = "Global_intensity";
  private static final BigDecimal MOST_AMPERES = BigDecimal.valueOf(20_000);

  private HouseholdText() {}

  static LoadTrace read(Path file, BufferedReader lines) throws IOException {
    String header = lines.readLine();
    int column = header == null ? -1 : Arrays.asList(fields(header)).indexOf(COLUMN);
    if (column < 0) {
      throw new UnreadableLoad(
          file
              + ":1: neither a tar.gz of feeder profiles nor a text with a column "
              + COLUMN
              + " between semicolons");
    }
    List<Integer> milliamps = new ArrayList<>();
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        String[] fields = fields(line);
        String value = column < fields.length ? fields[column] : "";
        milliamps.add(milliamps(value, milliamps, file + ":" + number));
      }
    }
    if (milliamps.isEmpty()) {
      throw new UnreadableLoad(file + ": holds no measurement");
    }
    return new LoadTrace(Duration.ofMinutes(1), List.of(milliamps));
  }

  private static int milliamps(String value, List<Integer> before, String place) {
    if (value.equals("?") && !before.isEmpty()) {
      return before.getLast();
    }
    try {
      BigDecimal amperes = new BigDecimal(value);
      if (amperes.signum() >= 0 && amperes.compareTo(MOST_AMPERES) <= 0) {
        return amperes.movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValueExact();
      }
    } catch (NumberFormatException e) {
      throw new UnreadableLoad(place + ": '" + value + "' is no number of amperes", e);
    }
    throw new UnreadableLoad(place + ": " + value + " A lies outside 0 to 20,000 A");
  }

  private static String[] fields(String line) {
    return line.replace("\"", "").split(";", -1);
  }
}
