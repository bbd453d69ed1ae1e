package dev.headroom.gateway.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.session.OpenTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SessionsCsvTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void leavesUnknownEmptyAndEndsLinesAsRfc4180Says() {
    assertThat(SessionsCsv.lines(List.of(session("tag-1", Optional.empty()))))
        .isEqualTo(
            "site-1,,bay-1,CP-1,7,1.6,tag-1,open,2026-11-22T12:00:01Z,,2026-11-22T12:00:00Z,,,"
                + "1000,,\r\n");
  }

  @Test
  void quotesWhatHoldsCommasAndQuotes() {
    assertThat(SessionsCsv.lines(List.of(session("a\"b,c", Optional.of("Flat 3, rear")))))
        .contains("site-1,\"Flat 3, rear\",bay-1")
        .contains(",\"a\"\"b,c\",");
  }

  @Test
  void writesNothingThatASpreadsheetWouldRun() {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
      assertThat(SessionsCsv.lines(List.of(session(formula, Optional.empty()))))
          .containsPattern(",\"?'" + Pattern.quote(formula));
    }
  }

  @Test
  void hasTheColumnsOfItsPage() throws IOException {
    String page = Files.readString(Path.of("SESSIONS.md"));
    assertThat(SessionsCsv.columns())
        .allSatisfy(column -> assertThat(page).contains("`" + column + "`"));
    assertThat(SessionsCsv.header()).startsWith("site,tenant,evse,").endsWith("energy_wh\r\n");
  }

  private static ChargingRecord session(String tag, Optional<String> tenant) {
    ChargingRecord charging = ChargingRecord.of(new ChargingKey("CP-1", "7"), START);
    charging.begun(
        new Place("site-1", "bay-1", tenant, 22_000),
        new OpenTransaction(
            "7", 1, Optional.of(tag), OptionalLong.of(1000), START, START.plusSeconds(1)),
        "1.6");
    return charging;
  }
}
