package dev.headroom.simulator.arrivals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Charging sessions as CSV, gzipped or not, in the columns of the published ACN data: {@code
 * arrival}, {@code departure}, {@code requested_energy (kWh)}, {@code station_id}, and where it is
 * known {@code delivered_energy (kWh)} and {@code estimated_departure}; more are ignored.
 */
public final class SessionFile {

  private static final int MOST_SESSIONS = 1_000_000;
  private static final ObjectReader ROWS =
      new CsvMapper()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader());

  private SessionFile() {}

  /**
   * All sessions of a file, in the order of their arrival.
   *
   * @throws IllegalArgumentException naming file, line and column of what cannot be understood
   */
  public static List<RecordedSession> read(Path file) {
    List<RecordedSession> sessions = new ArrayList<>();
    try (InputStream in = open(file);
        MappingIterator<Map<String, String>> rows = ROWS.readValues(in)) {
      SessionRow.requireColumns(file, (CsvSchema) rows.getParserSchema());
      while (rows.hasNextValue()) {
        int line = rows.getCurrentLocation().getLineNr();
        sessions.add(new SessionRow(file, line, rows.nextValue()).session());
        if (sessions.size() > MOST_SESSIONS) {
          throw new IllegalArgumentException(file + ": holds more than " + MOST_SESSIONS + " rows");
        }
      }
    } catch (JsonProcessingException e) {
      throw broken(file, e);
    } catch (RuntimeJsonMappingException e) {
      throw new IllegalArgumentException(file + ": is no CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (sessions.isEmpty()) {
      throw new IllegalArgumentException(file + ": holds no session");
    }
    return sessions.stream().sorted(RecordedSession.BY_ARRIVAL).toList();
  }

  private static IllegalArgumentException broken(Path file, JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return new IllegalArgumentException(file + ":" + line + ": " + e.getOriginalMessage(), e);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }
}
