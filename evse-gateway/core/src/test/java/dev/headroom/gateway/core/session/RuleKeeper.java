package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.ocpp16.BootNotification;
import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingSchedulePeriod;
import dev.headroom.gateway.core.ocpp16.FromStation;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The other end of the line: it watches what the session does and holds it to the rules. */
final class RuleKeeper {

  enum Answer {
    ACCEPT,
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
  private final StationSession session =
      new StationSession("station-1", Dialect.of(OcppVersion.OCPP_1_6), settings, () -> ++ids);
  private Instant now = START;
  private Optional<Frame.Call> outstanding = Optional.empty();
  private Instant askedAt = START;
  private final Set<String> messageIds = new HashSet<>();
  private final Map<String, Revision> acknowledged = new HashMap<>();
  private SitePermission permission = new SitePermission.CutOnly();
  private int fallback = 6000;
  private int asked;

  RuleKeeper() {
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
      take(new Input.Received(new Frame.CallError("nobody", ErrorCode.GENERIC_ERROR, "")));
      return;
    }
    outstanding = Optional.empty();
    take(
        new Input.Received(
            switch (how) {
              case ACCEPT -> Answers.acceptance(call);
              case REJECT -> Answers.refusal(call);
              case ERROR, WRONG_ID ->
                  new Frame.CallError(call.messageId(), ErrorCode.INTERNAL_ERROR, "");
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
