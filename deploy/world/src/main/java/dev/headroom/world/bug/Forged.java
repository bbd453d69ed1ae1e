package dev.headroom.world.bug;

import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import java.util.Optional;

/** States that say something else in one point. */
final class Forged {

  private static final Revision LONG_AGO = new Revision(0, 0);

  private Forged() {}

  /** It claims to follow this limit, whatever the charger said. */
  static EvseState following(EvseState state, Acknowledgement limit, Optional<Revision> settled) {
    return new EvseState(
        state.site(),
        state.evse(),
        state.connectionEpoch(),
        state.at(),
        state.online(),
        state.session(),
        Optional.of(limit),
        settled,
        state.measured(),
        state.baseAccepted(),
        state.fallbackProven(),
        state.disobeys());
  }

  /** It claims that this is drawn. */
  static EvseState measuring(EvseState state, Optional<MeasuredCurrent> measured) {
    return drawing(state, state.session(), measured);
  }

  /** It claims that this vehicle draws this. */
  static EvseState drawing(
      EvseState state, Optional<ChargingSession> session, Optional<MeasuredCurrent> measured) {
    return new EvseState(
        state.site(),
        state.evse(),
        state.connectionEpoch(),
        state.at(),
        state.online(),
        session,
        state.acknowledged(),
        state.settled(),
        measured,
        state.baseAccepted(),
        state.fallbackProven(),
        state.disobeys());
  }

  /** It claims that nobody is there, and that its fallback may be counted on. */
  static EvseState absent(EvseState state) {
    EvseState alone = drawing(state, Optional.empty(), Optional.empty());
    return proven(alone, true);
  }

  /** It claims that its fallback may be counted on, and has been followed for long. */
  static EvseState proven(EvseState state, boolean online) {
    return new EvseState(
        state.site(),
        state.evse(),
        state.connectionEpoch(),
        state.at(),
        online,
        state.session(),
        state.acknowledged(),
        state.settled().or(() -> Optional.of(LONG_AGO)),
        state.measured(),
        true,
        true,
        state.disobeys());
  }
}
