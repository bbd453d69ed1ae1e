package dev.headroom.world.process;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.lease.Redefinition;
import dev.headroom.gateway.core.lease.SiteLease;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.gateway.core.session.StationSession;
import dev.headroom.gateway.core.session.StationSite;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Link;
import dev.headroom.world.wire.Pipe;
import dev.headroom.world.wire.Producer;
import dev.headroom.world.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The gateway's process from one start to its end, as the service's {@code SiteBook} has it. */
final class GatewayLife implements Socket.Owner {

  private static final Duration LEASE = Duration.ofSeconds(10);

  private record Known(long epoch, EvseState state) {}

  private record Renewal(Instant receivedAt, Instant renewedAt) {}

  private final Agenda agenda;
  private final Broker broker;
  private final SessionSettings settings;
  private final Register register;
  private final Producer producer;
  private final List<Pipe<?>> tables = new ArrayList<>();
  private final Map<String, Socket> sockets = new LinkedHashMap<>();
  private final Map<String, StateLane> lanes = new HashMap<>();
  private final Map<String, Known> states = new LinkedHashMap<>();
  private Optional<Definition> definition = Optional.empty();
  private Optional<Site> inForce = Optional.empty();
  private Optional<Redefinition> redefinition = Optional.empty();
  private Optional<SiteLease> lease = Optional.empty();
  private Optional<Renewal> renewal = Optional.empty();
  private Optional<Allocation> newest = Optional.empty();
  private SitePermission permission = new SitePermission.CutOnly();
  private long newestOwner;
  private long opened;

  GatewayLife(
      Agenda agenda,
      Broker broker,
      SessionSettings settings,
      Register register,
      SplittableRandom random) {
    this.agenda = agenda;
    this.broker = broker;
    this.settings = settings;
    this.register = register;
    this.producer = new Producer(agenda, random);
    tables.add(broker.sites().subscribe(entry -> define(entry.value())));
    tables.add(broker.states().subscribe(this::hear));
    tables.add(
        broker
            .limits()
            .subscribe(
                entry -> {
                  switch (entry.value()) {
                    case LimitsEntry.Lease renewal -> hear(renewal, entry.offset());
                    case LimitsEntry.Issued issued -> hear(issued.allocation());
                  }
                }));
  }

  private void define(Definition next) {
    if (definition.filter(known -> known.version() >= next.version()).isPresent()) {
      return;
    }
    definition = Optional.of(next);
    Duration tail = settings.profileTtl().multipliedBy(2).plus(settings.clockMargin());
    redefinition =
        inForce.flatMap(before -> Redefinition.of(before, next.site(), next.version(), tail));
    Site first = redefinition.map(Redefinition::meanwhile).orElse(next.site());
    SiteLease fresh = new SiteLease(first, tail, agenda.now());
    states.values().forEach(known -> fresh.accept(known.state()));
    renewal.ifPresent(it -> fresh.renewed(it.receivedAt(), it.renewedAt(), LEASE));
    lease = Optional.of(fresh);
    place(first);
  }

  private void place(Site site) {
    inForce = Optional.of(site);
    for (Socket socket : open()) {
      socket.take(new Input.SiteChanged(place(socket.station())));
      lease.ifPresent(it -> socket.take(new Input.Leased(it.at(agenda.now()))));
    }
  }

  private Optional<StationSite> place(String station) {
    return inForce.flatMap(site -> StationSite.of(site, station, settings.profileTtl()));
  }

  private List<Socket> open() {
    return List.copyOf(sockets.values());
  }

  private void hear(Topic.Entry<EvseState> entry) {
    EvseState state = entry.value();
    long epoch = state.connectionEpoch().orElse(entry.offset());
    Known known = states.get(state.evse());
    if (known == null || known.epoch() <= epoch) {
      states.put(state.evse(), new Known(epoch, state));
      lease.ifPresent(it -> it.accept(state));
    }
  }

  private void hear(LimitsEntry.Lease heard, long offset) {
    OptionalLong epoch = heard.epoch();
    if (epoch.orElse(offset) >= newestOwner) {
      newestOwner = epoch.orElse(offset);
      Instant now = agenda.now();
      renewal = Optional.of(new Renewal(now, heard.renewedAt()));
      lease.ifPresent(it -> it.renewed(now, heard.renewedAt(), LEASE));
    }
  }

  private void hear(Allocation allocation) {
    if (newest.filter(it -> !allocation.revision().isAfter(it.revision())).isEmpty()) {
      newest = Optional.of(allocation);
      redefinition.ifPresent(it -> it.accept(allocation));
      open().forEach(socket -> socket.take(new Input.Allocated(allocation)));
    }
  }

  /** A station's socket has opened; its earlier one, if any, is displaced. */
  Link open(String station, OcppVersion version, Link.End end, SplittableRandom random) {
    Optional.ofNullable(sockets.get(station)).ifPresent(Socket::close);
    StationSession session =
        new StationSession(station, Dialect.of(version), settings, register::nextTransaction);
    Socket socket = new Socket(station, ++opened, session, this);
    Link link = new Link(agenda, random, end, socket);
    socket.over(link);
    sockets.put(station, socket);
    socket.take(
        new Input.Opened(place(station), register.identityOf(station), register.openOf(station)));
    lease.ifPresent(it -> socket.take(new Input.Leased(it.at(agenda.now()))));
    newest.ifPresent(it -> socket.take(new Input.Allocated(it)));
    return link;
  }

  /** Time has passed. */
  void tick() {
    redefinition.filter(it -> it.isOver(agenda.now())).ifPresent(this::comeIntoForce);
    lease.map(it -> it.at(agenda.now())).ifPresent(this::permit);
    open().forEach(Socket::tick);
  }

  private void comeIntoForce(Redefinition over) {
    redefinition = Optional.empty();
    lease.ifPresent(it -> it.redefined(over.next()));
    place(over.next());
  }

  private void permit(SitePermission now) {
    if (!now.equals(permission)) {
      permission = now;
      open().forEach(socket -> socket.take(new Input.Leased(now)));
    }
  }

  @Override
  public Instant now() {
    return agenda.now();
  }

  @Override
  public void apply(Socket socket, Effect effect) {
    String station = socket.station();
    switch (effect) {
      case Effect.SendFrame sent -> socket.send(sent.frame());
      case Effect.PublishState published ->
          lanes
              .computeIfAbsent(
                  published.state().evse(), _ -> new StateLane(producer, broker.states()))
              .put(socket, published);
      case Effect.StationBooted booted -> register.booted(station, booted.identity());
      case Effect.SessionStarted started -> register.started(station, started.transaction());
      case Effect.SessionEnded ended -> register.ended(station, ended.transactionId());
      case Effect.Close _ -> socket.close();
      case Effect.EnergyRegister _, Effect.ProfileWritten _, Effect.Sampled _ -> {}
      case Effect.Count _, Effect.Rekeyed _, Effect.SecurityEventHeard _ -> {}
    }
  }

  @Override
  public void gone(Socket socket) {
    sockets.remove(socket.station(), socket);
  }

  /** Nothing passes between it and the broker. */
  void hold() {
    tables.forEach(Pipe::hold);
    producer.hold();
  }

  void letGo() {
    tables.forEach(Pipe::letGo);
    producer.letGo();
  }

  /** The process dies: what it has not written is lost, and its sockets break. */
  void die() {
    tables.forEach(Pipe::close);
    producer.close();
    open().forEach(Socket::abandon);
  }
}
