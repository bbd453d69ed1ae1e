package dev.headroom.world.service;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.lease.SiteLease;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.OpenTransaction;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.gateway.core.session.StationSession;
import dev.headroom.gateway.core.session.StationSite;
import dev.headroom.world.broker.Topic;
import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The gateway: a session of the core for each socket, the site's lease over all of them. */
public final class Gateway {

  private static final Duration LEASE = Duration.ofSeconds(10);

  private static final class Socket {
    final StationSession session;
    final Consumer<Frame> out;
    long epoch;

    Socket(StationSession session, Consumer<Frame> out) {
      this.session = session;
      this.out = out;
    }
  }

  private final Agenda agenda;
  private final Site site;
  private final SessionSettings settings;
  private final Topic<EvseState> states;
  private final Map<String, Socket> sockets = new LinkedHashMap<>();
  private final Map<String, StationIdentity> identities = new LinkedHashMap<>();
  private final Map<String, Map<String, OpenTransaction>> open = new LinkedHashMap<>();
  private SiteLease lease;
  private Optional<LimitsEntry.Issued> newest = Optional.empty();
  private long newestOwner;
  private int transactions;

  public Gateway(Agenda agenda, Site site, SessionSettings settings, Topic<EvseState> states) {
    this.agenda = agenda;
    this.site = site;
    this.settings = settings;
    this.states = states;
    this.lease = lease();
  }

  private SiteLease lease() {
    Duration tail = settings.profileTtl().multipliedBy(2).plus(settings.clockMargin());
    return new SiteLease(site, tail, agenda.now());
  }

  /** A station's socket has opened; its earlier one, if any, is displaced. */
  public void open(String station, Consumer<Frame> out) {
    close(station);
    StationSession session =
        new StationSession(
            station, Dialect.of(OcppVersion.OCPP_1_6), settings, () -> ++transactions);
    Socket socket = new Socket(session, out);
    sockets.put(station, socket);
    List<OpenTransaction> known = List.copyOf(openOf(station).values());
    Optional<StationIdentity> identity = Optional.ofNullable(identities.get(station));
    Optional<StationSite> place = StationSite.of(site, station, settings.profileTtl());
    on(station, socket, new Input.Opened(place, identity, known));
    on(station, socket, new Input.Leased(lease.at(agenda.now())));
    newest.ifPresent(it -> on(station, socket, new Input.Allocated(it.allocation())));
  }

  private Map<String, OpenTransaction> openOf(String station) {
    return open.computeIfAbsent(station, _ -> new LinkedHashMap<>());
  }

  public void close(String station) {
    Socket socket = sockets.remove(station);
    if (socket != null) {
      on(station, socket, new Input.Closed());
    }
  }

  /** The process dies: nobody says goodbye. What is on record stays. */
  public void die() {
    sockets.clear();
    lease = lease();
  }

  /** The process is back. */
  public void revive() {
    lease = lease();
  }

  public void hear(String station, Frame frame) {
    Socket socket = sockets.get(station);
    if (socket == null) {
      return;
    }
    boolean late =
        !(frame instanceof Frame.Call) && socket.session.awaited(frame.messageId()).isEmpty();
    on(station, socket, late ? new Input.Unmatched(frame.messageId()) : new Input.Received(frame));
  }

  public void hear(EvseState state) {
    lease.accept(state);
  }

  /** What the limits topic says; leases of an owner that another has followed are nothing. */
  public void hear(LimitsEntry entry) {
    newestOwner = Math.max(newestOwner, entry.owner());
    switch (entry) {
      case LimitsEntry.Lease(long owner, Instant at) -> {
        if (owner == newestOwner && owner > 0) {
          lease.renewed(agenda.now(), at, LEASE);
        }
      }
      case LimitsEntry.Issued issued -> {
        newest = Optional.of(issued);
        for (Map.Entry<String, Socket> each : List.copyOf(sockets.entrySet())) {
          on(each.getKey(), each.getValue(), new Input.Allocated(issued.allocation()));
        }
      }
    }
  }

  public void tick() {
    for (Map.Entry<String, Socket> entry : List.copyOf(sockets.entrySet())) {
      on(entry.getKey(), entry.getValue(), new Input.Leased(lease.at(agenda.now())));
      on(entry.getKey(), entry.getValue(), new Input.Tick());
    }
  }

  private void on(String station, Socket socket, Input input) {
    for (Effect effect : socket.session.on(input, agenda.now())) {
      apply(station, socket, effect);
    }
  }

  private void apply(String station, Socket socket, Effect effect) {
    switch (effect) {
      case Effect.SendFrame(Frame frame) -> socket.out.accept(frame);
      case Effect.PublishState published -> {
        if (published.opens()) {
          socket.epoch = states.append(published.state());
        } else {
          states.append(published.inConnection(socket.epoch));
        }
      }
      case Effect.StationBooted booted -> identities.put(station, booted.identity());
      case Effect.SessionStarted started ->
          openOf(station).put(started.transaction().id(), started.transaction());
      case Effect.SessionEnded ended -> openOf(station).remove(ended.transactionId());
      case Effect.EnergyRegister _ -> {}
      case Effect.Close _ -> {}
      case Effect.Count _ -> {}
    }
  }
}
