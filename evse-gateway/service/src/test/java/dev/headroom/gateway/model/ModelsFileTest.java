package dev.headroom.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.model.ModelPattern;
import dev.headroom.gateway.core.model.ModelTable;
import dev.headroom.gateway.core.model.Traits;
import dev.headroom.gateway.core.model.WakeUp;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.TailKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsFileTest {

  @Test
  void readsEveryTrait() {
    List<ModelTable.Entry> entries =
        ModelsFile.read(
            "models.yaml",
            """
            # ours
            models:
              - vendor: Acme
                model: "Wallbox *"
                firmware: 2.*
                rateUnit: W
                maxStackLevel: 0
                maxPeriods: 3
                takesZero: false
                clockTrusted: false
                ping: false
                settle: 20s
                tail: relative
                pilotAmps: [8, 16, 24, 32]
                wakeUp: rewrite
                ttl: 2m
                refresh: 50s
                writesPerDay: 500
                tellsOffer: false
                tellsSchedule: true
                proven: true
                source: measured here
            """);

    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().pattern())
        .isEqualTo(new ModelPattern("Acme", "Wallbox *", "2.*"));
    Traits traits = entries.getFirst().traits();
    assertThat(traits)
        .isEqualTo(
            new Traits(
                Optional.of(RateUnit.WATTS),
                Optional.of(0),
                Optional.of(3),
                Optional.of(false),
                Optional.of(false),
                Optional.of(false),
                Optional.of(Duration.ofSeconds(20)),
                Optional.of(TailKind.RELATIVE),
                Optional.of(new PilotSteps.Set(8000, 16_000, 24_000, 32_000)),
                Optional.of(WakeUp.REWRITE),
                Optional.of(Duration.ofMinutes(2)),
                Optional.of(Duration.ofSeconds(50)),
                Optional.of(500),
                Optional.of(false),
                Optional.of(true),
                Optional.of(true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rateUnit: kW        | models.yaml:3: 'kW' is no unit; write A or W",
        "takesZero: no       | models.yaml:3: 'no' is not a flag; write true or false",
        "settle: 5           | models.yaml:3: '5' is out of range; write a time such as 20s or 2m",
        "settle: 10m         | models.yaml:3: '10m' is out of range",
        "tail: long          | models.yaml:3: 'long' is no choice; write one of levels, duration",
        "writesPerDay: 0     | models.yaml:3: '0' is out of range; write a number from 1",
        "pilotAmps: [5]      | models.yaml:3: '5' is no current of a pilot; write amperes from 6",
        "pilotAmps: 8        | models.yaml:3: no list of currents; write amperes such as [8, 16",
        "unit: A             | models.yaml:3: 'unit' is nothing known of a model; use vendor",
        "ping: [a            | models.yaml:4: not YAML",
        "vendor: {}          | models.yaml:3: one value is expected; write it behind the colon",
      })
  void saysWhereAndWhatToDo(String wrong, String said) {
    assertThatThrownBy(
            () -> ModelsFile.read("models.yaml", "models:\n  - model: One\n    " + wrong + "\n"))
        .isInstanceOf(ModelsRefused.class)
        .hasMessageStartingWith(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                  | models.yaml:1: the file is empty; begin with 'models:'",
        "- vendor: Acme      | models.yaml:1: no list of models; begin with 'models:'",
        "model: []           | models.yaml:1: 'model' is no list of models; keep one list",
        "models: [Acme]      | models.yaml:1: a model is a mapping; write '- vendor: ...'",
      })
  void aFileIsOneListOfModels(String yaml, String said) {
    assertThatThrownBy(() -> ModelsFile.read("models.yaml", yaml)).hasMessageStartingWith(said);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ModelsFile.read(Path.of("no-such.yaml")))
        .isInstanceOf(ModelsRefused.class)
        .hasMessageContaining("no-such.yaml")
        .hasMessageContaining("check its path");
  }

  @Test
  void whatIsBuiltInNamesASourceAndClaimsNoProof() {
    ModelTable table = new ModelTable(ModelsFile.builtIn());

    assertThat(table.entries()).isNotEmpty().noneMatch(entry -> entry.traits().isProven());
    assertThat(table.of(new StationIdentity("go-e", "Gemini", Optional.of("56.2"))).tail())
        .contains(TailKind.NONE);
  }
}
