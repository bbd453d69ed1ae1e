package dev.headroom.core.explanation;

import static dev.headroom.core.explanation.Figures.amps;

import dev.headroom.core.allocation.Reason;

/**
 * What is said of an EVSE after its name. A kind of reason does not compile until it has its words.
 *
 * @param limitMilliamps its limit
 * @param bound what its reason points at
 */
record Clause(int limitMilliamps, Bounded bound) {

  String of(Reason.Kind kind) {
    return switch (kind) {
      case RATED_MAXIMUM -> gets() + ": that is all it is rated for";
      case FAIR_SHARE -> gets() + ": its share of " + bound.placeAndMost() + bound.accounts();
      case TRANSFORMER ->
          gets() + ": its share of the transformer of " + bound.circuit() + bound.most();
      case NEUTRAL -> gets() + ": its share of the neutral of " + bound.circuit() + bound.most();
      case BLIND_TIME -> gets() + blindTime();
      case CEILING -> gets() + ": a ceiling holds " + bound.placeToMost() + bound.accounts();
      case DEMAND_CAP ->
          gets() + ": the demand cap holds " + bound.placeToMost() + bound.accounts();
      case METER_MISSING -> gets() + meterMissing();
      case WAITS_FOR_ROOM -> waits();
      case RAISE_HELD -> gets() + raiseHeld();
      case WAKE_UP -> gets() + " for a moment to wake its vehicle, which draws nothing in its turn";
      case STAGGERED_START ->
          gets() + " for now: after an outage chargers start one after the other";
      case IDLE -> "has no vehicle; one that plugs in " + gets() + " at first";
      case SATISFIED -> gets() + ": its vehicle takes nothing more";
      case OFFLINE -> "cannot be reached; by itself its charger " + fallsBack();
      case DISOBEYS -> gets() + disobeys();
      case TAKE_OVER -> gets() + takeOver();
      case FALLBACK ->
          gets() + ": the site cannot be allocated, so nobody has more than a fallback";
      case LOCKED_OFF -> gets() + ": an electrician has locked it off";
    };
  }

  private String gets() {
    return limitMilliamps == 0 ? "is paused" : "gets " + amps(limitMilliamps);
  }

  private String fallsBack() {
    return limitMilliamps == 0 ? "pauses" : "falls back to " + amps(limitMilliamps);
  }

  private String blindTime() {
    return ": so much of "
        + bound.place()
        + " that its breaker holds even if meters or links fail and nobody can act in time";
  }

  private String meterMissing() {
    return ": no meter speaks for "
        + bound.place()
        + ", so its base load counts at the worst"
        + bound.accountsOfMost();
  }

  private String waits() {
    String most = bound.most().isEmpty() ? "" : bound.most() + ",";
    return gets()
        + " and waits: "
        + bound.place()
        + most
        + " has no room for one more minimum"
        + bound.accounts();
  }

  private static String raiseHeld() {
    return " for now: it may have more once others are seen to draw less, or headroom has lasted";
  }

  private static String disobeys() {
    return ": it accepted a limit and drew more, so it is held to its minimum"
        + " and all it is rated for is reserved";
  }

  private static String takeOver() {
    return ": its charger has yet to acknowledge a limit of the allocator that took over the site";
  }
}
