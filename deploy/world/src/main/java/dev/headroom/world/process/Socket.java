package dev.headroom.world.process;

import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.StationSession;
import dev.headroom.world.wire.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A charger's socket at the gateway: its session, its link, and whether it still lives. */
final class Socket implements Link.End {

  /** Pings find a dead socket within this. */
  private static final Duration DEAD_WITHIN = Duration.ofSeconds(10);

  /** What becomes of what a session wants done. */
  interface Owner {
    Instant now();

    void apply(Socket socket, Effect effect);

    void gone(Socket socket);
  }

  private final String station;
  private final long number;
  private final StationSession session;
  private final Owner owner;
  private Optional<Link> link = Optional.empty();
  private Optional<Instant> silentSince = Optional.empty();
  private boolean closed;

  Socket(String station, long number, StationSession session, Owner owner) {
    this.station = station;
    this.number = number;
    this.session = session;
    this.owner = owner;
  }

  String station() {
    return station;
  }

  /** Tells this socket from earlier ones. */
  long number() {
    return number;
  }

  void over(Link over) {
    link = Optional.of(over);
  }

  void send(Frame frame) {
    link.ifPresent(it -> it.toStation(frame));
  }

  /** Brings an input to the session. */
  void take(Input input) {
    if (!closed) {
      closed = input instanceof Input.Closed;
      session.on(input, owner.now()).forEach(effect -> owner.apply(this, effect));
    }
  }

  @Override
  public void heard(Frame frame) {
    boolean late = !(frame instanceof Frame.Call) && session.awaited(frame.messageId()).isEmpty();
    take(late ? new Input.Unmatched(frame.messageId()) : new Input.Received(frame));
  }

  @Override
  public void closed() {
    if (!closed) {
      take(new Input.Closed());
      owner.gone(this);
    }
  }

  /** The gateway closes it. */
  void close() {
    link.ifPresent(Link::closeAtGateway);
    closed();
  }

  /** The gateway's process is gone, and says nothing of it. */
  void abandon() {
    closed = true;
    link.ifPresent(Link::closeAtGateway);
  }

  /** Time has passed. */
  void tick() {
    Instant now = owner.now();
    if (link.filter(Link::isCut).isPresent() && silentSince.isEmpty()) {
      silentSince = Optional.of(now);
    }
    if (silentSince.filter(since -> !now.isBefore(since.plus(DEAD_WITHIN))).isPresent()) {
      closed();
    } else {
      take(new Input.Tick());
    }
  }
}
