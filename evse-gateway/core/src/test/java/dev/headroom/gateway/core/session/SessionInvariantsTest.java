package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.ocpp16.BootNotification;
import dev.headroom.gateway.core.ocpp16.ChargePointStatus;
import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingSchedulePeriod;
import dev.headroom.gateway.core.ocpp16.ErrorCode;
import dev.headroom.gateway.core.ocpp16.Frame;
import dev.headroom.gateway.core.ocpp16.FromStation;
import dev.headroom.gateway.core.ocpp16.Heartbeat;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StatusNotification;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds whatever comes in, in whatever order. */
class SessionInvariantsTest {

  /** Something that happens on the line. */
  sealed interface Happening {
    record Passes(int seconds) implements Happening {}

    record Calls(FromStation request) implements Happening {}

    record Answers(Charger.Answer answer) implements Happening {}

    record Allocates(Revision revision, int first, int second) implements Happening {}

    record Permits(int kind) implements Happening {}

    record Changes(int fallback) implements Happening {}
  }

  @Property(tries = 400)
  void theRulesOfTheLineHold(@ForAll("stories") List<Happening> story) {
    Charger charger = new Charger();
    story.forEach(charger::live);
    charger.close();
  }

  @Provide
  Arbitrary<List<Happening>> stories() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, seconds()),
            Tuple.of(4, calls()),
            Tuple.of(8, answers()),
            Tuple.of(5, allocations()),
            Tuple.of(3, Arbitraries.integers().between(0, 2).map(Happening.Permits::new)),
            Tuple.of(1, Arbitraries.of(0, 6000, 8000).map(Happening.Changes::new)))
        .list()
        .ofMinSize(20)
        .ofMaxSize(120);
  }

  private static Arbitrary<Happening> seconds() {
    return Arbitraries.of(0, 1, 2, 5, 31, 301, 700).map(Happening.Passes::new);
  }

  private static Arbitrary<Happening> answers() {
    return Arbitraries.of(Charger.Answer.values()).map(Happening.Answers::new);
  }

  private static Arbitrary<Happening> allocations() {
    Arbitrary<Integer> limits = Arbitraries.of(0, 5000, 6000, 7000, 10_000, 20_050, 32_000, 90_000);
    return Combinators.combine(
            Arbitraries.longs().between(1, 3), Arbitraries.longs().between(0, 50), limits, limits)
        .as(
            (epoch, sequence, first, second) ->
                new Happening.Allocates(new Revision(epoch, sequence), first, second));
  }

  private static Arbitrary<Happening> calls() {
    Arbitrary<Integer> connectors = Arbitraries.of(0, 1, 2, 3);
    Arbitrary<FromStation> starts =
        connectors.map(
            id -> new StartTransaction.Req(id, "tag", id, OptionalInt.empty(), Charger.START));
    Arbitrary<FromStation> stops =
        Arbitraries.integers()
            .between(0, 6)
            .map(
                id ->
                    new StopTransaction.Req(
                        Optional.empty(),
                        1,
                        Charger.START,
                        id,
                        Optional.empty(),
                        Optional.empty()));
    Arbitrary<FromStation> status =
        Combinators.combine(connectors, Arbitraries.of(ChargePointStatus.class))
            .as(
                (id, what) ->
                    new StatusNotification.Req(
                        id,
                        "NoError",
                        Optional.empty(),
                        what,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    Arbitrary<FromStation> values =
        Combinators.combine(
                connectors, Arbitraries.of("0", "6", "10", "33", "NaN", "-1"), Arbitraries.of(0, 9))
            .as(
                (id, amperes, transaction) ->
                    new MeterValues.Req(
                        id,
                        OptionalInt.of(transaction),
                        List.of(
                            new MeterValue(
                                Charger.START.plus(Duration.ofHours(9)),
                                List.of(Line.current(amperes, Optional.empty()))))));
    return Arbitraries.oneOf(
            Arbitraries.just(Charger.BOOT),
            Arbitraries.just(new Heartbeat.Req()),
            starts,
            starts,
            stops,
            status,
            values)
        .map(Happening.Calls::new);
  }

  /** The other end of the line: it watches what the session does and holds it to the rules. */
  private static final class Charger {

    enum Answer {
      ACCEPT,
      ACCEPT_,
      REJECT,
      ERROR,
      WRONG_ID
    }

    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    static final FromStation BOOT =
        new BootNotification.Req(
            "Headroom",
            "Simulated AC",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final SessionSettings settings = SessionSettings.defaults(Set.of());
    private int ids;
    private final StationSession session = new StationSession("station-1", settings, () -> ++ids);
    private Instant now = START;
    private Optional<Frame.Call> outstanding = Optional.empty();
    private Instant askedAt = START;
    private final Set<String> messageIds = new HashSet<>();
    private final Map<String, Revision> acknowledged = new HashMap<>();
    private SitePermission permission = new SitePermission.CutOnly();
    private int fallback = 6000;
    private int asked;

    Charger() {
      take(new Input.Opened(site(), Optional.empty(), List.of()));
    }

    void live(Happening happening) {
      switch (happening) {
        case Happening.Passes passes -> {
          for (int i = 0; i < passes.seconds(); i++) {
            now = now.plusSeconds(1);
            take(new Input.Tick());
          }
        }
        case Happening.Calls calls ->
            take(new Input.Received(new Frame.Call("c" + ++asked, calls.request())));
        case Happening.Answers answers -> answer(answers.answer());
        case Happening.Allocates(Revision revision, int first, int second) ->
            take(
                new Input.Allocated(
                    Sites.allocation(revision, Map.of("bay-1", first, "bay-2", second))));
        case Happening.Permits permits -> {
          permission =
              List.of(
                      new SitePermission.Held(now.plusSeconds(400)),
                      new SitePermission.CutOnly(),
                      new SitePermission.Fallback())
                  .get(permits.kind());
          take(new Input.Leased(permission));
        }
        case Happening.Changes changes -> {
          fallback = changes.fallback();
          acknowledged.clear();
          take(new Input.SiteChanged(site()));
        }
      }
    }

    void close() {
      List<Effect> last = session.on(new Input.Closed(), now);
      assertThat(last)
          .filteredOn(Effect.PublishState.class::isInstance)
          .hasSize(2)
          .allMatch(effect -> !((Effect.PublishState) effect).state().online());
      assertThat(session.on(new Input.Tick(), now)).isEmpty();
    }

    private Optional<StationSite> site() {
      return Optional.of(Sites.of(Sites.bay(1, fallback), Sites.bay(2, fallback)));
    }

    private void answer(Answer how) {
      if (outstanding.isEmpty()) {
        return;
      }
      Frame.Call call = outstanding.get();
      if (how == Answer.WRONG_ID) {
        take(new Input.Received(new Frame.CallError("nobody", ErrorCode.GenericError, "")));
        return;
      }
      outstanding = Optional.empty();
      take(
          new Input.Received(
              switch (how) {
                case ACCEPT, ACCEPT_ -> Answers.acceptance(call);
                case REJECT -> Answers.refusal(call);
                case ERROR, WRONG_ID ->
                    new Frame.CallError(call.messageId(), ErrorCode.InternalError, "");
              }));
    }

    private void take(Input input) {
      if (input instanceof Input.Received(Frame.Call(String id, FromStation request))
          && request.equals(BOOT)) {
        acknowledged.clear();
      }
      for (Effect effect : session.on(input, now)) {
        switch (effect) {
          case Effect.SendFrame(Frame.Call call) -> heardCall(call);
          case Effect.PublishState(var state, boolean opens) ->
              state.acknowledged().ifPresent(ack -> noOlder(state.evse(), ack.revision()));
          default -> {}
        }
      }
    }

    private void heardCall(Frame.Call call) {
      boolean timedOut = !now.isBefore(askedAt.plus(settings.callTimeout()));
      assertThat(outstanding.isEmpty() || timedOut).as("one call at a time").isTrue();
      assertThat(messageIds.add(call.messageId())).as("a new id").isTrue();
      outstanding = Optional.of(call);
      askedAt = now;
      if (call.payload() instanceof SetChargingProfile.Req set) {
        check(set.csChargingProfiles());
      }
    }

    private void check(ChargingProfile profile) {
      if (profile.chargingProfilePurpose() != ChargingProfilePurpose.TxProfile) {
        return;
      }
      List<ChargingSchedulePeriod> periods = profile.chargingSchedule().chargingSchedulePeriod();
      BigDecimal most = BigDecimal.valueOf(fallback, 3);
      assertThat(periods.size() == 3 || profile.chargingSchedule().duration().isPresent())
          .as("a tail")
          .isTrue();
      if (periods.size() > 1) {
        assertThat(periods.getLast().limit()).isLessThanOrEqualTo(most);
        assertThat(periods.get(1).limit()).isLessThanOrEqualTo(most);
        assertThat(periods.get(1).limit()).isLessThanOrEqualTo(periods.getFirst().limit());
      }
      assertThat(periods.getFirst().limit())
          .as("at most the rating")
          .isLessThanOrEqualTo(new BigDecimal("32"));
      if (!(permission.at(now) instanceof SitePermission.Held)) {
        assertThat(periods.getFirst().limit()).as("no lease").isLessThanOrEqualTo(most);
      }
    }

    private void noOlder(String evse, Revision revision) {
      Revision before = acknowledged.getOrDefault(evse, revision);
      assertThat(before.isAfter(revision)).as("S7: %s then %s", before, revision).isFalse();
      acknowledged.put(evse, revision);
    }
  }
}
