package dev.headroom.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.reading.MeterReading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
  private static final MeterIdentity MAIN = new MeterIdentity("demo-1", "main");

  @Test
  void readsEverythingAMeterMeasures() {
    MeterReading reading =
        one(
            """
            [{"bn":"main/","bt":%d,"n":"i/L1","u":"A","v":12.3},{"n":"i/L2","u":"A","v":3.1},
             {"n":"v/L1","u":"V","v":120.1},{"n":"p/L1","u":"W","v":-1400.4},{"n":"seq","v":7}]
            """
                .formatted(NOW.getEpochSecond() - 1));
    assertThat(reading.site()).isEqualTo("demo-1");
    assertThat(reading.meter()).isEqualTo("main");
    assertThat(reading.currentMilliamps())
        .isEqualTo(new PerPhase(Map.of(Phase.L1, 12_300, Phase.L2, 3_100)));
    assertThat(reading.voltageMillivolts()).contains(new PerPhase(Map.of(Phase.L1, 120_100)));
    assertThat(reading.activePowerWatts()).contains(new PerPhase(Map.of(Phase.L1, -1_400)));
    assertThat(reading.sequence()).hasValue(7);
    assertThat(reading.measuredAt()).isEqualTo(NOW.minusSeconds(1));
    assertThat(reading.receivedAt()).isEqualTo(NOW);
  }

  @Test
  void leavesUnknownWhatIsNotSent() {
    MeterReading reading = one("[{'n':'i/L3','u':'A','v':0}]");
    assertThat(reading.currentMilliamps().phases()).containsExactly(Phase.L3);
    assertThat(reading.voltageMillivolts()).isEqualTo(Optional.empty());
    assertThat(reading.activePowerWatts()).isEqualTo(Optional.empty());
    assertThat(reading.sequence()).isEmpty();
    assertThat(reading.measuredAt()).isEqualTo(NOW);
  }

  @Test
  void roundsCurrentUp() {
    assertThat(one("[{'n':'i/L1','u':'A','v':1.00001}]").currentMilliamps().on(Phase.L1))
        .isEqualTo(1_001);
  }

  @Test
  void ordersTheSamplesOfAPackByTime() {
    List<MeterReading> readings =
        read("[{'bu':'A','n':'i/L1','v':3},{'n':'i/L1','v':1,'t':-2},{'n':'i/L1','v':2,'t':-1}]");
    assertThat(readings)
        .extracting(it -> it.currentMilliamps().on(Phase.L1))
        .containsExactly(1_000, 2_000, 3_000);
  }

  @Test
  void passesOverWhatIsNoneOfOurNames() {
    assertThat(
            one(
                "[{'n':'m/i/L1','u':'A','v':1},{'n':'m/frequency','u':'Hz','v':50},"
                    + "{'n':'m/door','vs':'open'}]"))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VALUE      | [{'n':'i/L1','u':'A','v':-0.0001}]  | i/L1 is -0.0001 A, outside 0 to 20000",
        "VALUE      | [{'n':'i/L1','u':'A','v':20000.01}] | i/L1 is 20000.01 A, outside 0 to 20000",
        "VALUE      | [{'n':'i/L1','u':'A','v':1e30}]     | i/L1 is 1000",
        "VALUE      | [{'n':'i/L1','v':1}]                | i/L1 must have the unit A",
        "VALUE      | [{'n':'i/L1','u':'mA','v':1}]       | i/L1 must have the unit A",
        "VALUE      | [{'n':'i/L1','u':'A','vs':'1'}]     | i/L1 must be a number",
        "VALUE      | [{'n':'i/L1','u':'A','s':1}]        | i/L1 a sum says nothing about now",
        "VALUE      | [{'n':'i/L1','u':'A','v':1,'bs':1}] | i/L1 a sum says nothing about now",
        "VALUE      | [{'bu':'A','n':'i/L1','v':1},{'n':'i/L1','v':2}] | i/L1 is there twice",
        "VALUE      | [{'bu':'A','n':'i/L1','v':1},{'n':'seq','v':-1}] | seq must be a whole",
        "VALUE      | [{'bu':'A','n':'i/L1','v':1},{'n':'seq','v':1.5}] | seq must be a whole",
        "VALUE      | [{'bu':'A','n':'a/i/L1','v':1},{'n':'b/i/L2','v':1}] | a pack is of one"
            + " meter",
        "NO_CURRENT | [{'n':'v/L1','u':'V','v':120}]      | no current",
        "NO_CURRENT | [{'n':'temperature','u':'Cel','v':20}] | no current",
        "NO_CURRENT | [{'n':'i/L1','u':'A','v':1},{'n':'p/L2','u':'W','v':1}] | p/L2 comes without",
        "CLOCK      | [{'n':'i/L1','u':'A','v':1,'t':-31}] | i/L1 was measured 31 s ago",
        "CLOCK      | [{'n':'i/L1','u':'A','v':1,'t':31}] | i/L1 was measured 31 s ahead",
        "CLOCK      | [{'n':'i/L1','u':'A','v':1,'t':1.6e9}] | i/L1 was measured 195352400 s ago",
        "MALFORMED  | [{'n':'i/L1','u':'A','v':NaN}]      | not JSON",
      })
  void refusesWhatAMeterCannotMean(Refusal refusal, String pack, String reason) {
    assertThatThrownBy(() -> read(pack))
        .hasMessageStartingWith(reason)
        .asInstanceOf(type(RefusedReading.class))
        .returns(refusal, RefusedReading::refusal);
  }

  private static MeterReading one(String pack) {
    List<MeterReading> readings = read(pack);
    assertThat(readings).hasSize(1);
    return readings.getFirst();
  }

  private static List<MeterReading> read(String pack) {
    return new PackReader(Duration.ofSeconds(30))
        .read(MAIN, pack.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
  }
}
