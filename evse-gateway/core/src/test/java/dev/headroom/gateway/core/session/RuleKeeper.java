package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Key;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.fixture.Words;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The other end of the line: it watches what the session does and holds it to the rules. */
final class RuleKeeper {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private record Call(Happening.Said said, Request request) {}

  private final SessionSettings settings = SessionSettings.defaults(Set.of());
  private final Words words;
  private final Teller teller;
  private final Charger charger;
  private final StationSession session;
  private int ids;
  private Instant now = START;
  private Optional<Frame.Call> outstanding = Optional.empty();
  private boolean lost;
  private Instant askedAt = START;
  private final Deque<Frame> toTell = new ArrayDeque<>();
  private Optional<Call> latest = Optional.empty();
  private final Set<String> messageIds = new HashSet<>();
  private final Set<String> started = new HashSet<>();
  private final Map<String, Revision> acknowledged = new HashMap<>();
  private final Map<String, EvseState> published = new HashMap<>();
  private SitePermission permission = new SitePermission.CutOnly();
  private Optional<Revision> newest = Optional.empty();
  private boolean listed = true;
  private int fallback = 6000;
  private int asked;

  private RuleKeeper(Story story) {
    words = Words.of(story.version());
    teller = new Teller(story.version());
    charger =
        new Charger(story.version())
            .with(Key.STACK_LEVEL, Integer.toString(story.stackLevel()))
            .with(Key.PERIODS, "3");
    story.left().stream()
        .filter(profile -> profile.slot().stackLevel() <= story.stackLevel())
        .forEach(charger::install);
    session = new StationSession("station-1", Dialect.of(story.version()), settings, () -> ++ids);
    take(new Input.Opened(site(), Optional.empty(), List.of()));
  }

  static void watch(Story story) {
    RuleKeeper keeper = new RuleKeeper(story);
    story.happenings().forEach(keeper::live);
    keeper.close();
  }

  private void live(Happening happening) {
    switch (happening) {
      case Happening.Passes(int seconds) -> {
        for (int i = 0; i < seconds; i++) {
          now = now.plusSeconds(1);
          take(new Input.Tick());
        }
      }
      case Happening.Said said -> say(new Call(said, teller.request(said, now)));
      case Happening.Repeats repeats -> latest.ifPresent(this::say);
      case Happening.Answers(Happening.Answer how) -> answer(how);
      case Happening.Obeys(int calls) -> {
        for (int i = 0; i < calls; i++) {
          answer(Happening.Answer.ACCEPT);
          while (!toTell.isEmpty()) {
            tell();
          }
        }
      }
      case Happening.Tells tells -> tell();
      case Happening.Allocates(Revision revision, int first, int second) ->
          allocate(revision, Map.of("bay-1", first, "bay-2", second));
      case Happening.Permits(int kind) -> {
        permission =
            List.of(
                    new SitePermission.Held(now.plusSeconds(400)),
                    new SitePermission.CutOnly(),
                    new SitePermission.Fallback())
                .get(kind);
        take(new Input.Leased(permission));
      }
      case Happening.Changes(int milliamps) -> {
        fallback = milliamps;
        acknowledged.clear();
        take(new Input.SiteChanged(site()));
      }
    }
  }

  private void close() {
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

  private void say(Call call) {
    latest = Optional.of(call);
    if (call.said() instanceof Happening.Boots) {
      acknowledged.clear();
      toTell.clear();
    }
    Map<String, EvseState> before = Map.copyOf(published);
    String id = "c" + ++asked;
    List<Effect> effects = take(new Input.Received(new Frame.Call(id, call.request())));
    Frame.CallResult answer =
        effects.stream()
            .filter(Effect.SendFrame.class::isInstance)
            .map(effect -> ((Effect.SendFrame) effect).frame())
            .filter(Frame.CallResult.class::isInstance)
            .map(Frame.CallResult.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(answer.messageId()).isEqualTo(id);
    teller.answered(call.said(), call.request(), answer.payload());
    if (call.said().isQueued()) {
      drivesNothing(effects, before);
    }
  }

  /**
   * What was queued may end what is under way, and what waited behind that goes on then; nothing
   * that it tells the beginning of does.
   */
  private void drivesNothing(List<Effect> effects, Map<String, EvseState> before) {
    if (effects.stream().anyMatch(Effect.SessionEnded.class::isInstance)) {
      beginsNothing(effects);
      return;
    }
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.SendFrame(Frame.Call call) ->
            assertThat(live(call)).as("a replay sends no limit").isEmpty();
        case Effect.PublishState(EvseState state, boolean opens) -> {
          Optional<EvseState> was = Optional.ofNullable(before.get(state.evse()));
          Optional<MeasuredCurrent> measured = was.flatMap(EvseState::measured);
          assertThat(state.measured()).as("a replay").isIn(measured, Optional.empty());
          assertThat(state.session())
              .as("a replay")
              .isIn(was.flatMap(EvseState::session), Optional.empty());
        }
        default -> {}
      }
    }
  }

  private void beginsNothing(List<Effect> effects) {
    Set<String> begun =
        effects.stream()
            .filter(Effect.SessionStarted.class::isInstance)
            .map(effect -> ((Effect.SessionStarted) effect).transaction().id())
            .collect(Collectors.toSet());
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.SendFrame(Frame.Call call) ->
            assertThat(live(call).flatMap(Profile::transactionId).filter(begun::contains))
                .as("a replay sends no limit for what it began")
                .isEmpty();
        case Effect.PublishState(EvseState state, boolean opens) ->
            assertThat(state.session().map(ChargingSession::id).filter(begun::contains))
                .as("a replay begins nothing")
                .isEmpty();
        default -> {}
      }
    }
  }

  private void tell() {
    if (!toTell.isEmpty()) {
      take(new Input.Received(toTell.poll()));
    }
  }

  private void allocate(Revision revision, Map<String, Integer> milliamps) {
    boolean older = newest.isPresent() && !revision.isAfter(newest.get());
    if (older) {
      // What the last input has made due goes out with the next one, whatever it is.
      take(new Input.Tick());
    }
    List<Effect> effects = take(new Input.Allocated(Sites.allocation(revision, milliamps)));
    if (older) {
      assertThat(effects).as("S7: an older one changes nothing").allMatch(this::isCount);
    } else {
      newest = Optional.of(revision);
    }
  }

  private boolean isCount(Effect effect) {
    return effect instanceof Effect.Count;
  }

  private void answer(Happening.Answer how) {
    if (outstanding.isEmpty() || lost) {
      return;
    }
    Frame.Call call = outstanding.get();
    switch (how) {
      case WRONG_ID ->
          take(new Input.Received(new Frame.CallError("nobody", ErrorCode.GENERIC_ERROR, "")));
      case ERROR ->
          hear(new Frame.CallError(call.messageId(), ErrorCode.INTERNAL_ERROR, "out of order"));
      case LOST -> {
        charger.hear(call);
        lost = true;
      }
      case REJECT -> {
        charger.refuseAll();
        obey(call);
        charger.behave();
      }
      case ACCEPT -> obey(call);
    }
  }

  private void obey(Frame.Call call) {
    List<Frame> said = charger.hear(call);
    toTell.addAll(said.subList(1, said.size()));
    hear(said.getFirst());
  }

  private void hear(Frame answer) {
    outstanding = Optional.empty();
    take(new Input.Received(answer));
  }

  private List<Effect> take(Input input) {
    List<Effect> effects = session.on(input, now);
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.SendFrame(Frame.Call call) -> heardCall(call);
        case Effect.Count(GatewayEvent event) ->
            listed &= event != GatewayEvent.PROFILES_NOT_LISTED;
        case Effect.SessionStarted begun ->
            assertThat(started.add(begun.transaction().id())).as("started once").isTrue();
        default -> {}
      }
    }
    effects.stream()
        .filter(Effect.PublishState.class::isInstance)
        .map(Effect.PublishState.class::cast)
        .forEach(this::heardState);
    return effects;
  }

  private void heardState(Effect.PublishState publish) {
    EvseState state = publish.state();
    state.acknowledged().ifPresent(ack -> noOlder(state.evse(), ack.revision()));
    if (state.baseAccepted() && listed) {
      int evseId = Integer.parseInt(state.evse().substring("bay-".length()));
      assertThat(charger.profile(evseId, ProfilePurpose.TX_DEFAULT))
          .as("S10: the base rules in %s", state.evse())
          .hasValueSatisfying(
              base ->
                  assertThat(base.periods().getFirst().limit())
                      .isEqualByComparingTo(BigDecimal.valueOf(fallback, 3)));
    }
    published.put(state.evse(), state);
    if (publish.opens()) {
      take(Sites.opened(state));
    }
  }

  private void heardCall(Frame.Call call) {
    boolean question =
        outstanding
            .filter(asked -> asked.payload().action().wireName().equals("GetCompositeSchedule"))
            .isPresent();
    Duration patience = question ? Duration.ofSeconds(5) : settings.callTimeout();
    boolean timedOut = !now.isBefore(askedAt.plus(patience));
    assertThat(outstanding.isEmpty() || timedOut).as("one call at a time").isTrue();
    assertThat(messageIds.add(call.messageId())).as("a new id").isTrue();
    outstanding = Optional.of(call);
    lost = false;
    askedAt = now;
    live(call).ifPresent(this::check);
  }

  private Optional<Profile> live(Frame.Call call) {
    return words.profile(call.payload()).filter(told -> told.purpose() == ProfilePurpose.TX);
  }

  private void check(Profile live) {
    List<Profile.Period> periods = live.periods();
    BigDecimal most = BigDecimal.valueOf(fallback, 3);
    BigDecimal limit = periods.getFirst().limit();
    assertThat(periods.size() == 3 || live.duration().isPresent()).as("a tail").isTrue();
    if (periods.size() > 1) {
      assertThat(periods.getLast().limit()).isLessThanOrEqualTo(most);
      assertThat(periods.get(1).limit()).isLessThanOrEqualTo(most);
      assertThat(periods.get(1).limit()).isLessThanOrEqualTo(limit);
    }
    assertThat(limit).as("at most the rating").isLessThanOrEqualTo(new BigDecimal("32"));
    if (!(permission.at(now) instanceof SitePermission.Held)) {
      assertThat(limit).as("no lease").isLessThanOrEqualTo(most);
    }
  }

  private void noOlder(String evse, Revision revision) {
    Revision before = acknowledged.getOrDefault(evse, revision);
    assertThat(before.isAfter(revision)).as("S7: %s then %s", before, revision).isFalse();
    acknowledged.put(evse, revision);
  }
}
