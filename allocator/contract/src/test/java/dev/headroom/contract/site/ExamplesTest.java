package dev.headroom.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.codec.Validation;
import dev.headroom.core.rules.ConductorFigures;
import dev.headroom.core.rules.ConductorFigures.Binding;
import dev.headroom.core.rules.SiteFigures;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples are accepted, and what binds them is what a calculator says. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("../../deploy/examples");

  @TestFactory
  Stream<DynamicTest> passTheirSchemaAndNameIt() {
    Validation schema = Validation.by("site");
    return Stream.of(
            "home",
            "small-service",
            "garage",
            "dc-lot",
            "apartments",
            "caltech-garage",
            "jpl-garage")
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      assertThat(Files.readAllLines(file(name)).getFirst())
                          .isEqualTo("# yaml-language-server: $schema=../site.schema.json");
                      assertThat(schema.faultsOf(read(name).document().definition())).isEmpty();
                    }));
  }

  /** 0.8 × 200 A; 1.13 × 200 A less a step of 40 A; 200 A less a rise of 75 A. */
  @Test
  void aHomeHas160AmperesForHours() {
    SiteFigures figures = figures("home");

    assertThat(figures.service()).hasSize(2);
    for (ConductorFigures leg : figures.service()) {
      assertThat(leg.continuous()).isEqualTo(160_000);
      assertThat(leg.room()).isEqualTo(78_000);
      assertThat(leg.fallbacks()).isEqualTo(12_000);
      assertThat(leg.withoutMeter()).isEqualTo(186_000);
      assertThat(leg.withoutLinks()).isEqualTo(125_000);
      assertThat(leg.reach()).isEqualTo(96_000);
      assertThat(leg.binding()).isEqualTo(Binding.NOTHING);
    }
    assertThat(figures.atOnce()).isEqualTo(2);
    assertThat(read("home").warnings()).isEmpty();
  }

  /** Four times 40 A want 160 A of 0.8 × 100 A: 20 A each. */
  @Test
  void aSmallServiceHas80AmperesForFourChargers() {
    ConductorFigures leg = figures("small-service").service().getFirst();

    assertThat(leg.continuous()).isEqualTo(80_000);
    assertThat(leg.reach()).isEqualTo(160_000);
    assertThat(leg.binding()).isEqualTo(Binding.CONTINUOUS);
  }

  /** L2 carries 14 of the 20 chargers, L1 and L3 13 each; 120 A may come back on L1. */
  @Test
  void aGarageFillsItsPhasesUnevenlyAndIsToldOfBlindTime() {
    SiteFigures figures = figures("garage");

    assertThat(figures.service()).extracting(it -> it.evses().size()).containsExactly(13, 14, 13);
    assertThat(figures.service())
        .extracting(ConductorFigures::room)
        .containsExactly(200_000L, 210_000L, 220_000L);
    assertThat(figures.service())
        .extracting(ConductorFigures::withoutLinks)
        .containsExactly(280_000, 290_000, 300_000);
    assertThat(read("garage").warnings())
        .extracting(Finding::describe)
        .singleElement()
        .asString()
        .contains("blind time (S9) leaves the EVSEs 280 A at low base load, not the 320 A");
  }

  /** 80 kW ÷ (3 × 120 V) = 222.2 A; 50 kW ÷ (0.9 × √3 × 208 V × 0.94 × 0.98) = 167.5 A. */
  @Test
  void aLotIsHeldByItsDemandCapBeforeItsBreaker() {
    SiteFigures figures = figures("dc-lot");
    Evse fast = read("dc-lot").document().site().evses().getFirst();

    assertThat(figures.demandCapMilliamps()).hasValue(222_222);
    assertThat(figures.service().getFirst().continuous()).isEqualTo(320_000);
    assertThat(fast.maximumMilliamps()).isEqualTo(167_600);
    assertThat(((Output.Dc) fast.output()).watts(167_600)).isEqualTo(50_000);
    assertThat(((Output.Dc) fast.output()).watts(16_000)).isZero();
    assertThat(read("dc-lot").warnings()).isEmpty();
  }

  /**
   * 36 of 53 ports hang on L2, half of them to either side: 6 A each is 6 × 18 × √3 = 187 A of the
   * 320 A that 0.8 × 400 A leaves.
   */
  @Test
  void anApartmentBuildingLetsEveryPortChargeAtOnce() {
    SiteFigures figures = figures("apartments");
    List<ConductorFigures> panel =
        figures.conductors().stream().filter(it -> it.circuit().name().equals("ev")).toList();

    assertThat(panel)
        .extracting(ConductorFigures::minimums)
        .containsExactly(181_891L, 187_062L, 181_891L);
    assertThat(panel).allMatch(it -> it.continuous() == 320_000);
    assertThat(figures.service().getFirst().reach()).isEqualTo(320_000);
    assertThat(figures.atOnce()).isEqualTo(53);
    assertThat(read("apartments").document().site().evses())
        .extracting(evse -> evse.tenant().orElse("none"))
        .contains("unit-101", "unit-412", "shared");
    assertThat(read("apartments").warnings()).isEmpty();
  }

  /** 150 kVA ÷ 3 ÷ 277 V = 180.5 A above it, ÷ 120 V = 416.7 A below it. */
  @Test
  void aGarageBehindATransformerIsHeldByItsKva() {
    SiteFigures figures = figures("caltech-garage");
    List<ConductorFigures> garage =
        figures.conductors().stream().filter(it -> it.circuit().name().equals("garage")).toList();

    assertThat(garage)
        .extracting(ConductorFigures::label)
        .containsExactly(
            "primary L1",
            "primary L2",
            "primary L3",
            "secondary L1",
            "secondary L2",
            "secondary L3",
            "L1",
            "L2",
            "L3");
    assertThat(garage)
        .extracting(ConductorFigures::continuous)
        .startsWith(180_505, 180_505, 180_505, 416_666);
    assertThat(garage.get(3).binding()).isEqualTo(Binding.CONTINUOUS);
    assertThat(figures.service()).allMatch(it -> it.binding() == Binding.NOTHING);
    assertThat(figures.atOnce()).isEqualTo(54);
    assertThat(read("caltech-garage").warnings()).isEmpty();
    assertThat(read("jpl-garage").warnings()).isEmpty();
  }

  private static Path file(String example) {
    return EXAMPLES.resolve(example).resolve(example + ".yaml");
  }

  private static SiteFigures figures(String example) {
    return SiteFigures.of(read(example).document().site());
  }

  private static SiteFile.Read read(String example) {
    SiteFile file = SiteYaml.read(file(example));
    assertThat(file).isInstanceOf(SiteFile.Read.class);
    return (SiteFile.Read) file;
  }
}
