package dev.headroom.gateway.core.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.gateway.core.fixture.Sites;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleReaderTest {

  private static final Wiring ONE = new Wiring.LineToNeutral(Phase.L3);
  private static final Wiring TWO = new Wiring.LineToLine(Phase.L2, Phase.L3);
  private static final Wiring THREE_FROM_L2 = new Wiring.ThreePhase(Phase.L2);

  @Test
  void aSinglePhaseLoadLoadsItsLine() {
    assertThat(read(ONE, current("9.5", "L1"))).contains(new PerPhase(Map.of(Phase.L3, 9500)));
    assertThat(read(ONE, current("9.5", ""))).contains(new PerPhase(Map.of(Phase.L3, 9500)));
    assertThat(read(ONE, current("9.5", "L1-N"))).contains(new PerPhase(Map.of(Phase.L3, 9500)));
  }

  @Test
  void aLoadBetweenTwoLinesLoadsBoth() {
    PerPhase both = new PerPhase(Map.of(Phase.L2, 16_000, Phase.L3, 16_000));

    assertThat(read(TWO, current("16", ""))).contains(both);
    assertThat(read(TWO, current("16", "L1"))).contains(both);
    assertThat(read(TWO, current("15.9", "L1"), current("16", "L2"))).contains(both);
  }

  @Test
  void eachTerminalLoadsTheLineThatFeedsIt() {
    assertThat(read(THREE_FROM_L2, current("1", "L1"), current("2", "L2-N"), current("3", "L3")))
        .contains(new PerPhase(Map.of(Phase.L2, 1000, Phase.L3, 2000, Phase.L1, 3000)));
  }

  @Test
  void aTerminalThatIsNotReportedIsUnknownAndNotZero() {
    assertThat(read(THREE_FROM_L2, current("7", "L1")))
        .contains(new PerPhase(Map.of(Phase.L2, 7000)));
    assertThat(read(THREE_FROM_L2)).isEmpty();
  }

  @Test
  void aCurrentOfNoPhaseLoadsEveryLine() {
    assertThat(read(THREE_FROM_L2, current("7", "")))
        .contains(PerPhase.same(List.of(Phase.values()), 7000));
  }

  @Test
  void theNeutralIsNoLine() {
    assertThat(read(ONE, current("7", "N"))).isEmpty();
    assertThat(read(THREE_FROM_L2, current("7", "N"), current("1", "L3")))
        .contains(new PerPhase(Map.of(Phase.L1, 1000)));
  }

  @Test
  void derivesTheCurrentFromPowerAndVoltageOnlyWhereItIsNotSaid() {
    assertThat(read(TWO, power("2.08", "kW", ""), volts("200", "")))
        .contains(PerPhase.same(TWO.lines(), 10_400));
    assertThat(read(TWO, power("2080", "W", ""), volts("200", ""), current("9", "")))
        .contains(PerPhase.same(TWO.lines(), 9000));
    assertThat(read(TWO, power("2080", "W", ""))).as("no voltage").isEmpty();
    assertThat(read(TWO, power("2080", "W", ""), volts("120", "L1-N")))
        .as("the voltage of another load")
        .isEmpty();
  }

  @Test
  void aThreePhaseTotalSaysNothingOfOneLine() {
    assertThat(read(THREE_FROM_L2, power("3600", "W", ""), volts("120", "L1-N"))).isEmpty();
    assertThat(
            read(
                THREE_FROM_L2,
                power("1200", "W", "L1"),
                power("0", "W", "L2"),
                power("0", "W", "L3"),
                volts("120", "L1-N")))
        .contains(new PerPhase(Map.of(Phase.L2, 10_000, Phase.L3, 0, Phase.L1, 0)));
  }

  @Test
  void theVehiclesOwnMeasurementsAndOtherMeasurandsSayNothing() {
    ReadValue vehicles =
        new ReadValue(
            "7",
            Optional.empty(),
            Optional.empty(),
            Optional.of("Current.Import"),
            Optional.empty(),
            Optional.of("EV"),
            Optional.of("A"));

    assertThat(read(ONE, vehicles)).isEmpty();
    assertThat(sample(ONE, vehicles).rejected()).isZero();
    assertThat(sample(ONE, value("Temperature", "-40", "Celsius", "")).rejected()).isZero();
  }

  @Test
  void aUnitThatIsNotTheMeasurandsIsRejected() {
    Sample sample = sample(ONE, value("Current.Import", "7", "V", ""));

    assertThat(sample.currentMilliamps()).isEmpty();
    assertThat(sample.rejected()).isEqualTo(1);
  }

  @Test
  void readsTheEnergyRegisterWhichNeedsNoName() {
    ReadValue bare =
        new ReadValue(
            "1234.9",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(sample(ONE, bare).energyWattHours()).hasValue(1234);
    assertThat(
            sample(ONE, value("Energy.Active.Import.Register", "1.2", "kWh", "")).energyWattHours())
        .hasValue(1200);
    assertThat(sample(ONE).energyWattHours()).isEmpty();
  }

  @Test
  void whatIsOfferedIsReadInAmperesOrElseInWatts() {
    ReadValue watts = value("Power.Offered", "2080", "W", "");

    assertThat(offered(THREE_FROM_L2, value("Current.Offered", "16", "A", ""), watts))
        .contains(new Offered(16_000, 16_000));
    assertThat(
            offered(
                THREE_FROM_L2,
                value("Current.Offered", "6", "A", "L1"),
                value("Current.Offered", "7.5", "A", "L2")))
        .as("one pilot for all")
        .contains(new Offered(7500, 7500));
    assertThat(offered(TWO, watts)).as("at 208 V").contains(new Offered(10_000, 10_000));
    assertThat(offered(TWO, watts, volts("200", ""))).contains(new Offered(10_400, 10_400));
    assertThat(read(TWO, watts)).as("it is no measurement").isEmpty();
    assertThat(offered(TWO, value("Current.Offered", "61", "A", ""))).as("S4").isEmpty();
  }

  @Test
  void aThreePhaseTotalThatIsOfferedMayBeMeantForOneLine() {
    assertThat(offered(THREE_FROM_L2, value("Power.Offered", "3600", "W", "")))
        .contains(new Offered(10_000, 30_000));
    assertThat(offered(THREE_FROM_L2, value("Power.Offered", "1.2", "kW", "L2")))
        .contains(new Offered(10_000, 10_000));
  }

  private static Optional<Offered> offered(Wiring wiring, ReadValue... values) {
    return sample(wiring, values).offered();
  }

  private static Optional<PerPhase> read(Wiring wiring, ReadValue... values) {
    return sample(wiring, values).currentMilliamps();
  }

  private static Sample sample(Wiring wiring, ReadValue... values) {
    return new SampleReader(Sites.bay(1, 6000, wiring), Supply.WYE_208Y_120)
        .read(new Reading(Instant.EPOCH, List.of(values)));
  }

  private static ReadValue current(String amperes, String phase) {
    return value("Current.Import", amperes, "A", phase);
  }

  private static ReadValue power(String number, String unit, String phase) {
    return value("Power.Active.Import", number, unit, phase);
  }

  private static ReadValue volts(String number, String phase) {
    return value("Voltage", number, "V", phase);
  }

  private static ReadValue value(String measurand, String number, String unit, String phase) {
    return new ReadValue(
        number,
        Optional.of("Sample.Periodic"),
        Optional.of("Raw"),
        Optional.of(measurand),
        Optional.of(phase).filter(name -> !name.isEmpty()),
        Optional.of("Outlet"),
        Optional.of(unit));
  }
}
