package dev.headroom.world.process;

import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.core.session.Effect.PublishState;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.world.wire.Producer;
import dev.headroom.world.wire.Topic;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * An EVSE's states on their way to the broker, as the service's {@code Lane} sends them: the latest
 * only, one at a time; the record that opens a connection first, whose offset those after it bear.
 */
final class StateLane {

  private final Producer producer;
  private final Topic<EvseState> topic;
  private Optional<PublishState> opening = Optional.empty();
  private Optional<PublishState> following = Optional.empty();
  private OptionalLong epoch = OptionalLong.empty();
  private boolean inFlight;
  private long connection;
  private LongConsumer opened = _ -> {};

  StateLane(Producer producer, Topic<EvseState> topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /** Puts a state in line; one of an earlier connection is dropped. */
  void put(Socket from, PublishState state) {
    if (state.opens()) {
      connection = from.number();
      opened = offset -> from.take(new Input.ConnectionOpened(state.state().evse(), offset));
      epoch = OptionalLong.empty();
      opening = Optional.of(state);
      following = Optional.empty();
    } else if (from.number() == connection) {
      following = Optional.of(state);
    }
    send();
  }

  private void send() {
    if (inFlight) {
      return;
    }
    if (opening.isPresent()) {
      write(opening.get().state(), true);
      opening = Optional.empty();
    } else if (epoch.isPresent() && following.isPresent()) {
      write(following.get().inConnection(epoch.getAsLong()), false);
      following = Optional.empty();
    }
  }

  private void write(EvseState state, boolean opens) {
    inFlight = true;
    long of = connection;
    producer.append(
        topic,
        state.evse(),
        state,
        offset -> {
          inFlight = false;
          if (opens && of == connection) {
            epoch = OptionalLong.of(offset);
            opened.accept(offset);
          }
          send();
        });
  }
}
