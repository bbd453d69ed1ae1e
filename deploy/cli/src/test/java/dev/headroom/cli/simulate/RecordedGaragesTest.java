package dev.headroom.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.Headroom;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two weeks of real sessions at two real garages, where somebody has put them. */
class RecordedGaragesTest {

  @ParameterizedTest
  @CsvSource({
    "caltech-garage, caltech_2019-05-01_2019-08-31.csv.gz, 2019-06-10, 2019-06-23",
    "jpl-garage, jpl_2019-09-01_2019-12-31.csv.gz, 2019-09-09, 2019-09-22"
  })
  void noLimitIsExceededByAnyStrategyAtAnyCap(String site, String file, String from, String to)
      throws Exception {
    StringWriter out = new StringWriter();
    String[] line = {
      "simulate",
      "--site",
      Garages.site(site).toString(),
      "--sessions",
      Garages.published(file).toString(),
      "--from",
      from,
      "--to",
      to,
      "--strategy",
      "all",
      "--unmanaged",
      "--cap-kw",
      "10,30,70",
      "--json"
    };

    int status = Headroom.commandLine().setOut(new PrintWriter(out, true)).execute(line);

    assertThat(status).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("skipped")).isEmpty();
    assertThat(report.get("rows")).hasSize(18);
    for (JsonNode row : report.get("rows")) {
      boolean managed = !row.get("strategy").textValue().equals("unmanaged");
      double cap = row.get("capKilowatts").doubleValue();
      assertThat(row.get("deliveredKilowattHours").doubleValue())
          .isPositive()
          .isLessThanOrEqualTo(row.get("wantedKilowattHours").doubleValue())
          .isLessThanOrEqualTo(managed ? cap * 24 * 15 : Double.MAX_VALUE);
      assertThat(row.get("limitsExceeded").intValue() == 0)
          .as("%s at %s kW", row.get("strategy").textValue(), cap)
          .isEqualTo(managed);
    }
  }
}
