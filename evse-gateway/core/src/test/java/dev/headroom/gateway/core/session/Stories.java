package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random stories of a line. */
final class Stories {

  private static final Arbitrary<Integer> EVSES = Arbitraries.of(0, 1, 1, 1, 2, 2, 3);
  private static final Arbitrary<Integer> AGO = Arbitraries.of(0, 0, 0, 5, 90, 7200);
  private static final Arbitrary<Integer> WHICH = Arbitraries.of(0, 0, 1, 2, 99);

  private Stories() {}

  static Arbitrary<Story> of(OcppVersion version) {
    return Combinators.combine(Arbitraries.of(0, 1, 8), left(version), happenings(version))
        .as((level, left, happenings) -> new Story(version, level, left, happenings));
  }

  private static Arbitrary<List<Happening>> happenings(OcppVersion version) {
    return Arbitraries.frequencyOf(
            Tuple.of(3, seconds()),
            Tuple.of(5, calls(version)),
            Tuple.of(10, answers()),
            Tuple.of(3, Arbitraries.of(2, 6, 20).map(Happening.Obeys::new)),
            Tuple.of(2, Arbitraries.just(new Happening.Tells())),
            Tuple.of(1, Arbitraries.just(new Happening.Repeats())),
            Tuple.of(5, allocations()),
            Tuple.of(3, Arbitraries.of(0, 0, 1, 2).map(Happening.Permits::new)),
            Tuple.of(1, Arbitraries.of(0, 6000, 8000).map(Happening.Changes::new)))
        .list()
        .ofMinSize(20)
        .ofMaxSize(120);
  }

  /** Profiles that can be listed; OCPP 1.6 has no word for them. */
  private static Arbitrary<List<Profile>> left(OcppVersion version) {
    return switch (version) {
      case OCPP_1_6 -> Arbitraries.just(List.of());
      case OCPP_2_0_1 ->
          Combinators.combine(
                  Arbitraries.integers().between(701, 709),
                  Arbitraries.integers().between(0, 2),
                  Arbitraries.integers().between(0, 2),
                  Arbitraries.of(true, false))
              .as(Stories::foreign)
              .list()
              .ofMaxSize(3);
    };
  }

  private static Profile foreign(int id, int evseId, int level, boolean isDefault) {
    ProfilePurpose other = evseId == 0 ? ProfilePurpose.STATION_MAXIMUM : ProfilePurpose.TX;
    ProfilePurpose purpose = isDefault ? ProfilePurpose.TX_DEFAULT : other;
    return new Profile(
        evseId,
        new Profile.Slot(id, level),
        purpose,
        purpose == ProfilePurpose.TX ? Optional.of("theirs") : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RateUnit.AMPERES,
        List.of(new Profile.Period(0, new BigDecimal("32"), OptionalInt.of(1))));
  }

  private static Arbitrary<Happening> seconds() {
    return Arbitraries.of(0, 1, 2, 5, 16, 31, 301, 700).map(Happening.Passes::new);
  }

  private static Arbitrary<Happening> answers() {
    return Arbitraries.frequency(
            Tuple.of(8, Happening.Answer.ACCEPT),
            Tuple.of(1, Happening.Answer.REJECT),
            Tuple.of(1, Happening.Answer.ERROR),
            Tuple.of(1, Happening.Answer.LOST),
            Tuple.of(1, Happening.Answer.WRONG_ID))
        .map(Happening.Answers::new);
  }

  private static Arbitrary<Happening> allocations() {
    Arbitrary<Integer> limits = Arbitraries.of(0, 5000, 6000, 7000, 10_000, 20_050, 32_000, 90_000);
    return Combinators.combine(
            Arbitraries.longs().between(1, 3), Arbitraries.longs().between(0, 50), limits, limits)
        .as(
            (epoch, sequence, first, second) ->
                new Happening.Allocates(new Revision(epoch, sequence), first, second));
  }

  private static Arbitrary<? extends Happening> calls(OcppVersion version) {
    Arbitrary<String> amperes = amperes(version);
    Arbitrary<Happening.Said> common =
        Arbitraries.oneOf(
            Arbitraries.just(new Happening.Boots()),
            Arbitraries.just(new Happening.Beats()),
            Combinators.combine(EVSES, Arbitraries.of(Occupancy.class)).as(Happening.Reports::new),
            Combinators.combine(EVSES, WHICH, Arbitraries.of(Occupancy.class))
                .as(Happening.GoesOn::new),
            Combinators.combine(EVSES, amperes, AGO)
                .as((id, much, ago) -> new Happening.Measures(id, OptionalInt.empty(), much, ago)),
            transactions(version),
            transactions(version));
    return switch (version) {
      case OCPP_1_6 -> common;
      case OCPP_2_0_1 ->
          Arbitraries.frequencyOf(
              Tuple.of(5, common),
              Tuple.of(1, AGO.map(Happening.StartsSomewhere::new)),
              Tuple.of(1, transactions(version).map(Happening.Flagged::new)),
              Tuple.of(1, EVSES.map(Happening.Needs::new)));
    };
  }

  /** What tells of a transaction. */
  private static Arbitrary<Happening.Said> transactions(OcppVersion version) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Combinators.combine(EVSES, AGO).as(Happening.Starts::new)),
        Tuple.of(1, Combinators.combine(WHICH, AGO).as(Happening.Stops::new)),
        Tuple.of(
            2,
            Combinators.combine(EVSES, WHICH.map(OptionalInt::of), amperes(version), AGO)
                .as(Happening.Measures::new)));
  }

  /** OCPP 2.0.1 has no word for what is no number. */
  private static Arbitrary<String> amperes(OcppVersion version) {
    return switch (version) {
      case OCPP_1_6 -> Arbitraries.of("0", "6", "10", "33", "NaN", "-1");
      case OCPP_2_0_1 -> Arbitraries.of("0", "6", "10", "33", "1e400", "-1");
    };
  }
}
