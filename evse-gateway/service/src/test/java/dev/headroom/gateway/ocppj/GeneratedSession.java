package dev.headroom.gateway.ocppj;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.StationAddress;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.gateway.core.session.StationSession;
import dev.headroom.gateway.core.session.StationSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

/** A session with a station that says whatever its version lets it say, as texts. */
final class GeneratedSession {

  private static final int STEPS = 120;

  private final OcppVersion version;
  private final Random random;
  private final OcppJson json;
  private final StationSession session;
  private final Map<String, String> asked = new HashMap<>();
  private final Deque<Frame.Call> unanswered = new ArrayDeque<>();
  private Instant now;
  private int calls;
  private long sequence;

  GeneratedSession(OcppVersion version, Random random, Instant start) {
    this.version = version;
    this.random = random;
    this.now = start;
    Dialect dialect = Dialect.of(version);
    this.json = new OcppJson(dialect);
    this.session =
        new StationSession(
            "station-1",
            dialect,
            SessionSettings.defaults(Set.of()),
            () -> 1 + random.nextInt(1000));
  }

  /**
   * @param heard each frame we send, with the action that it asks for or answers
   */
  void live(BiConsumer<Frame, String> heard) {
    take(new Input.Opened(Optional.of(site()), Optional.empty(), List.of()), heard);
    call("BootNotification", heard);
    for (int step = 0; step < STEPS; step++) {
      now = now.plusSeconds(random.nextInt(20));
      switch (random.nextInt(10)) {
        case 0 -> take(new Input.Tick(), heard);
        case 1 -> take(new Input.Leased(permission()), heard);
        case 2, 3 -> take(new Input.Allocated(allocation()), heard);
        case 4 -> understand("[2,\"n" + step + "\",\"MakeCoffee\",{}]", heard);
        case 5, 6, 7 -> answer(heard);
        default -> call("", heard);
      }
    }
    take(new Input.Closed(), heard);
  }

  /** The station calls; anything, if it is not said what. */
  private void call(String wireName, BiConsumer<Frame, String> heard) {
    GeneratedMessages messages = new GeneratedMessages(version, random, now);
    List<Action> possible =
        messages.actions().stream()
            .filter(Action::fromStation)
            .filter(action -> wireName.isEmpty() || action.wireName().equals(wireName))
            .toList();
    Action action = possible.get(random.nextInt(possible.size()));
    String id = "c" + ++calls;
    asked.put(id, action.wireName());
    understand(json.write(new Frame.Call(id, messages.request(action))), heard);
  }

  private void answer(BiConsumer<Frame, String> heard) {
    Frame.Call call = unanswered.pollLast();
    if (call == null) {
      return;
    }
    GeneratedMessages messages = new GeneratedMessages(version, random, now);
    Frame answer =
        random.nextInt(5) == 0
            ? new Frame.CallError(call.messageId(), ErrorCode.INTERNAL_ERROR, "")
            : new Frame.CallResult(call.messageId(), messages.response(call.payload().action()));
    understand(json.write(answer), heard);
  }

  private void understand(String text, BiConsumer<Frame, String> heard) {
    take(
        switch (json.read(text, session::awaited)) {
          case Inbound.Understood understood -> new Input.Received(understood.frame());
          case Inbound.Refused refused ->
              new Input.Malformed(
                  Optional.of(refused.messageId()), refused.code(), refused.description());
          case Inbound.BadAnswer bad ->
              new Input.MalformedAnswer(bad.messageId(), bad.description());
          case Inbound.Unasked unasked -> new Input.Unmatched(unasked.messageId());
          case Inbound.Noise noise -> throw new AssertionError(text + ": " + noise);
        },
        heard);
  }

  private void take(Input input, BiConsumer<Frame, String> heard) {
    for (Effect effect : session.on(input, now)) {
      if (effect instanceof Effect.SendFrame(Frame frame)) {
        heard.accept(
            frame,
            switch (frame) {
              case Frame.Call call -> {
                unanswered.add(call);
                yield call.payload().action().wireName();
              }
              case Frame.CallResult result -> asked.getOrDefault(result.messageId(), "");
              case Frame.CallError error -> "";
            });
      }
    }
  }

  private SitePermission permission() {
    return switch (random.nextInt(4)) {
      case 0 -> new SitePermission.CutOnly();
      case 1 -> new SitePermission.Fallback();
      default -> new SitePermission.Held(now.plus(Duration.ofMinutes(5)));
    };
  }

  private Allocation allocation() {
    return new Allocation(
        "site-1",
        new Revision(1, ++sequence),
        1,
        now,
        List.of(limit("bay-1"), limit("bay-2")),
        List.of());
  }

  private EvseLimit limit(String evse) {
    OptionalLong connection = OptionalLong.of(random.nextInt(2));
    Reason why = Reason.of(Reason.Kind.FAIR_SHARE);
    return new EvseLimit(evse, random.nextInt(40_000), why, connection);
  }

  static StationSite site() {
    return new StationSite(
        "site-1", Supply.WYE_208Y_120, List.of(bay(1), bay(2)), Duration.ofMinutes(10));
  }

  private static Evse bay(int evseId) {
    return new Evse(
        "bay-" + evseId,
        "main",
        40_000,
        new StationAddress("station-1", evseId),
        new Wiring.LineToLine(Phase.L1, Phase.L2),
        32_000,
        6000,
        6000,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }
}
