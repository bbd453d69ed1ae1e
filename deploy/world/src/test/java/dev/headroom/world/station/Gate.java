package dev.headroom.world.station;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.EvseReport;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.OpenTransaction;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.gateway.core.session.StationSession;
import dev.headroom.gateway.core.session.StationSite;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Door;
import dev.headroom.world.wire.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The gateway's core at the other end of a charger's links, and what may go wrong with a call. */
final class Gate implements Door {

  private static final Duration BROKER = Duration.ofMillis(200);
  private static final Duration TOO_LATE = Duration.ofSeconds(40);
  private static final Duration NOTICES_HALF_OPEN = Duration.ofSeconds(10);

  private final Agenda agenda;
  private final SplittableRandom random;
  private final OcppVersion version;
  private final SessionSettings settings;
  private final Deque<Act.Fate> fates = new ArrayDeque<>();
  private final Map<String, OpenTransaction> open = new LinkedHashMap<>();
  private final Map<Integer, Standing> standing = new HashMap<>();
  private final Map<String, Long> connections = new HashMap<>();
  private Optional<StationIdentity> identity = Optional.empty();
  private StationSite site;
  private SitePermission permission = new SitePermission.CutOnly();
  private Map<String, Integer> limits = Map.of();
  private Optional<Allocation> newest = Optional.empty();
  private Optional<Side> side = Optional.empty();
  private boolean listed = true;
  private int transactions;
  private long records;
  private long sequence;

  Gate(
      Agenda agenda,
      SplittableRandom random,
      OcppVersion version,
      SessionSettings settings,
      StationSite site) {
    this.agenda = agenda;
    this.random = random;
    this.version = version;
    this.settings = settings;
    this.site = site;
    agenda.every(Duration.ofSeconds(1), () -> side.ifPresent(Side::tick));
  }

  /** One socket, with the session behind it. */
  private final class Side implements Link.End {
    private final StationSession session =
        new StationSession("cp", Dialect.of(version), settings, () -> ++transactions);
    private Optional<Link> link = Optional.empty();
    private Optional<Instant> silentSince = Optional.empty();

    void take(Input input) {
      if (side.filter(it -> it == this).isPresent()) {
        session.on(input, agenda.now()).forEach(this::apply);
      }
    }

    private void apply(Effect effect) {
      switch (effect) {
        case Effect.SendFrame(Frame frame) -> send(frame);
        case Effect.StationBooted booted -> identity = Optional.of(booted.identity());
        case Effect.SessionStarted begun -> open.put(begun.transaction().id(), begun.transaction());
        case Effect.SessionEnded ended -> open.remove(ended.transactionId());
        case Effect.PublishState(EvseState state, boolean opens) when opens ->
            agenda.after(BROKER, () -> opened(state.evse()));
        case Effect.Count(GatewayEvent event) ->
            listed &= event != GatewayEvent.PROFILES_NOT_LISTED;
        default -> {}
      }
    }

    /** The broker has its opening record, and the allocator soon knows of it. */
    private void opened(String evse) {
      long epoch = ++records;
      take(new Input.ConnectionOpened(evse, epoch));
      if (side.filter(it -> it == this).isPresent()) {
        connections.put(evse, epoch);
        agenda.after(BROKER, Gate.this::issue);
      }
    }

    private void send(Frame frame) {
      if (frame instanceof Frame.Call call) {
        LiveWrite.of(call, site.evses(), site.supply(), agenda.now())
            .ifPresent(write -> standing(write.evseId()).sent(write));
      }
      link.ifPresent(it -> it.toStation(frame));
    }

    @Override
    public void heard(Frame frame) {
      boolean late = !(frame instanceof Frame.Call) && session.awaited(frame.messageId()).isEmpty();
      standing.values().forEach(it -> it.answered(frame, !late));
      take(late ? new Input.Unmatched(frame.messageId()) : new Input.Received(frame));
    }

    @Override
    public void closed() {
      remember();
      take(new Input.Closed());
      side = side.filter(it -> it != this);
    }

    void tick() {
      if (link.filter(Link::isCut).isPresent() && silentSince.isEmpty()) {
        silentSince = Optional.of(agenda.now());
      }
      if (silentSince.filter(at -> at.plus(NOTICES_HALF_OPEN).isBefore(agenda.now())).isPresent()) {
        closed();
      } else {
        take(new Input.Tick());
      }
    }
  }

  /** The charger's end of a link, where a call may meet its fate. */
  private final class Spoilt implements Link.End {
    private final Link.End station;
    private final Map<String, Act.Fate> met = new HashMap<>();

    Spoilt(Link.End station) {
      this.station = station;
    }

    @Override
    public void heard(Frame frame) {
      Act.Fate fate = frame instanceof Frame.Call ? fates.poll() : null;
      if (fate == null) {
        station.heard(frame);
        return;
      }
      met.put(frame.messageId(), fate);
      switch (fate) {
        case UNHEARD -> {}
        case UNANSWERED, ANSWERED_LATE -> station.heard(frame);
        case REFUSED ->
            side.flatMap(it -> it.link)
                .ifPresent(
                    it ->
                        it.toGateway(
                            new Frame.CallError(
                                frame.messageId(), ErrorCode.INTERNAL_ERROR, "not now")));
      }
    }

    @Override
    public void closed() {
      station.closed();
    }
  }

  /** The gateway's end, where an answer may meet the fate of its call. */
  private record Delayed(Side gateway, Spoilt calls, Agenda agenda) implements Link.End {
    @Override
    public void heard(Frame frame) {
      Act.Fate fate = frame instanceof Frame.Call ? null : calls.met.get(frame.messageId());
      if (fate == Act.Fate.ANSWERED_LATE) {
        agenda.after(TOO_LATE, () -> gateway.heard(frame));
      } else if (fate != Act.Fate.UNANSWERED) {
        gateway.heard(frame);
      }
    }

    @Override
    public void closed() {
      gateway.closed();
    }
  }

  @Override
  public Optional<Link> open(String stationId, Link.End station) {
    side.ifPresent(Side::closed);
    Side opened = new Side();
    Spoilt calls = new Spoilt(station);
    Link link = new Link(agenda, random.split(), calls, new Delayed(opened, calls, agenda));
    opened.link = Optional.of(link);
    side = Optional.of(opened);
    opened.take(new Input.Opened(Optional.of(site), identity, List.copyOf(open.values())));
    opened.take(new Input.Leased(permission));
    newest.ifPresent(it -> opened.take(new Input.Allocated(it)));
    return Optional.of(link);
  }

  void spoil(Act.Spoils next) {
    for (int i = 0; i < next.calls(); i++) {
      fates.add(next.fate());
    }
  }

  void lease(SitePermission next) {
    permission = next;
    take(new Input.Leased(next));
  }

  /** A new allocation gives these limits, in milliamperes; it knows the connections there are. */
  void allocate(Map<String, Integer> next) {
    limits = next;
    issue();
  }

  private void issue() {
    List<EvseLimit> each =
        limits.entrySet().stream()
            .map(
                entry ->
                    new EvseLimit(
                        entry.getKey(),
                        entry.getValue(),
                        Reason.of(Reason.Kind.FAIR_SHARE),
                        Stream.ofNullable(connections.get(entry.getKey()))
                            .mapToLong(Long::longValue)
                            .findFirst()))
            .toList();
    Allocation allocation =
        new Allocation(site.site(), new Revision(1, ++sequence), 1, agenda.now(), each, List.of());
    newest = Optional.of(allocation);
    take(new Input.Allocated(allocation));
  }

  void change(StationSite next) {
    remember();
    site = next;
    take(new Input.SiteChanged(Optional.of(next)));
  }

  private void take(Input input) {
    side.ifPresent(it -> it.take(input));
  }

  private Standing standing(int evseId) {
    return standing.computeIfAbsent(evseId, _ -> new Standing());
  }

  /** What the core says of its EVSEs now; nothing if it never had the charger on the line. */
  private void remember() {
    side.ifPresent(
        it -> {
          for (EvseReport report : it.session.report(agenda.now())) {
            standing(report.evseId())
                .reported(report, site.evses().get(report.evseId() - 1), it.session::awaited);
          }
        });
  }

  /** What the gateway says an EVSE may do from now on. */
  Promise promise(int evseId) {
    remember();
    return standing(evseId).promise(side.isPresent(), listed);
  }
}
