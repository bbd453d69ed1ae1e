package dev.headroom.world.wire;

import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.world.time.Agenda;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A charger's WebSocket: frames of each direction come late and in order. When one end closes, the
 * other hears of it, unless the socket is half open: then nothing arrives and nobody is told.
 */
public final class Link {

  /** One end. */
  public interface End {
    void heard(Frame frame);

    void closed();
  }

  private static final Pipe.Delay MOBILE_NETWORK = new Pipe.Delay(20, 150);

  private final Pipe<Consumer<End>> toStation;
  private final Pipe<Consumer<End>> toGateway;
  private boolean closed;
  private boolean cut;

  public Link(Agenda agenda, SplittableRandom random, End station, End gateway) {
    toStation =
        new Pipe<>(agenda, random.split(), MOBILE_NETWORK, message -> message.accept(station));
    toGateway =
        new Pipe<>(agenda, random.split(), MOBILE_NETWORK, message -> message.accept(gateway));
  }

  public void toStation(Frame frame) {
    if (!closed) {
      toStation.send(station -> station.heard(frame));
    }
  }

  public void toGateway(Frame frame) {
    if (!closed) {
      toGateway.send(gateway -> gateway.heard(frame));
    }
  }

  /** The gateway's side closes the socket. */
  public void closeAtGateway() {
    if (!closed) {
      closed = true;
      toGateway.close();
      toStation.send(End::closed);
    }
  }

  /** The station's side closes the socket. */
  public void closeAtStation() {
    if (!closed) {
      closed = true;
      toStation.close();
      toGateway.send(End::closed);
    }
  }

  /** From now on nothing arrives any more, on either side. */
  public void cut() {
    cut = true;
    toStation.close();
    toGateway.close();
  }

  /** Whether a ping would find no answer. */
  public boolean isCut() {
    return cut;
  }
}
