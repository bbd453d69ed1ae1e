package dev.headroom.contract.site;

import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.Key;
import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Control.Fallback;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.StationAddress;
import dev.headroom.core.site.Supplies;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An EVSE, as written under {@code spec.evses}. */
final class EvseBinder {

  private static final Wiring SOME = new Wiring.ThreePhase(Phase.L1);

  private EvseBinder() {}

  static Optional<Evse> evse(Fields fields, Fallback siteFallback, Supplies supplies) {
    String name = SiteBinder.name(fields, EvseKeys.NAME, "evse");
    String circuit = fields.text(EvseKeys.CIRCUIT);
    int branchBreaker = fields.number(EvseKeys.BRANCH_BREAKER);
    String station = fields.text(EvseKeys.STATION);
    int evseId = fields.number(EvseKeys.EVSE_ID);
    Optional<Wiring> wiring =
        fields.parsed(
            EvseKeys.WIRING,
            fields.text(EvseKeys.WIRING),
            WiringNotation::parse,
            "write " + EvseKeys.WIRING.howTo());
    Optional<Output> output = output(fields, siteFallback, wiring, supplies.of(circuit));
    boolean pausable = fields.flag(EvseKeys.PAUSABLE);
    int priority = fields.number(EvseKeys.PRIORITY);
    int weight = fields.number(EvseKeys.WEIGHT);
    Optional<String> tenant = fields.textIfAny(EvseKeys.TENANT);
    boolean lockedOff = lockedOff(fields);
    return fields.built(
        () ->
            new Evse(
                name,
                circuit,
                branchBreaker,
                new StationAddress(station, evseId),
                wiring.orElseThrow(),
                output.orElseThrow(),
                pausable,
                priority,
                weight,
                tenant,
                lockedOff));
  }

  /** What counts nothing must be known to draw nothing: an electrician's word for it. */
  private static boolean lockedOff(Fields fields) {
    boolean lockedOff = fields.flag(EvseKeys.LOCKED_OFF);
    boolean acknowledged = fields.textIfAny(EvseKeys.LOCKED_OFF_BY).isPresent();
    if (lockedOff && !acknowledged) {
      fields.error(
          EvseKeys.LOCKED_OFF,
          "counts nothing only where an electrician locked it off; nobody acknowledged that",
          "add lockedOffBy: the electrician and when");
    }
    return lockedOff;
  }

  private static Optional<Output> output(
      Fields fields, Fallback siteFallback, Optional<Wiring> wiring, Supply supply) {
    Optional<Fields> dc = fields.mapping(EvseKeys.DC);
    if (dc.isEmpty()) {
      return Optional.of(ac(fields, siteFallback));
    }
    for (Key key :
        List.of(EvseKeys.MAXIMUM, EvseKeys.MINIMUM, EvseKeys.FALLBACK, PilotNotation.KEY)) {
      if (fields.value(key).isPresent()) {
        fields.error(key, "is for AC EVSEs, and this one has dc", "give its power below dc");
      }
    }
    return dc(dc.get(), siteFallback, wiring, supply);
  }

  private static Output ac(Fields fields, Fallback siteFallback) {
    int floor = Evse.PILOT_FLOOR_MILLIAMPS;
    int maximum = fields.number(EvseKeys.MAXIMUM.mandatory());
    int most = Math.max(floor, maximum);
    int minimum = fields.number(EvseKeys.MINIMUM.within(floor, most));
    OptionalInt declared = fields.numberIfAny(EvseKeys.FALLBACK);
    if (declared.orElse(0) != 0) {
      fields.within(EvseKeys.FALLBACK.within(floor, most), declared.getAsInt());
    }
    PilotSteps steps = PilotNotation.steps(fields);
    int least = steps.atLeast(minimum);
    int otherwise =
        byDefault(siteFallback, least == PilotSteps.NONE ? minimum : least, steps.atMost(maximum));
    return new Output.Ac(maximum, minimum, declared.orElse(otherwise), steps);
  }

  private static Optional<Output> dc(
      Fields fields, Fallback siteFallback, Optional<Wiring> wiring, Supply supply) {
    int rated = fields.number(EvseKeys.RATED_POWER);
    int minimum = fields.number(EvseKeys.MINIMUM_POWER);
    if (rated > 0) {
      fields.within(EvseKeys.MINIMUM_POWER.within(1, rated), minimum);
    }
    OptionalInt declared = fields.numberIfAny(EvseKeys.FALLBACK_POWER);
    if (declared.orElse(0) != 0 && minimum > 0 && minimum <= rated) {
      fields.within(EvseKeys.FALLBACK_POWER.within(minimum, rated), declared.getAsInt());
    }
    int fallback = declared.orElse(byDefault(siteFallback, minimum, rated));
    int efficiency = fields.number(EvseKeys.EFFICIENCY);
    int powerFactor = fields.number(EvseKeys.POWER_FACTOR);
    Wiring its = wiring.orElse(SOME); // a wrong wiring hides no other mistake
    return fields.built(
        () ->
            new Output.Dc(
                rated, minimum, fallback, AcInput.of(its, supply, efficiency, powerFactor)));
  }

  private static int byDefault(Fallback siteFallback, int minimum, int maximum) {
    return switch (siteFallback) {
      case MINIMUM -> minimum;
      case PAUSE -> 0;
      case OPEN -> maximum;
    };
  }
}
