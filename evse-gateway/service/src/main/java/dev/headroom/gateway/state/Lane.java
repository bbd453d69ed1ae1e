package dev.headroom.gateway.state;

import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.core.session.Effect.PublishState;
import java.util.Optional;
import java.util.OptionalLong;

/** What waits to be written for one EVSE. */
final class Lane {

  private Optional<StateSource> connection = Optional.empty();
  private OptionalLong epoch = OptionalLong.empty();
  private Optional<PublishState> opening = Optional.empty();
  private Optional<PublishState> following = Optional.empty();
  private Optional<EvseState> last = Optional.empty();
  private boolean inFlight;

  boolean put(StateSource from, PublishState state) {
    if (state.opens()) {
      connection = Optional.of(from);
      epoch = OptionalLong.empty();
      opening = Optional.of(state);
      following = Optional.empty();
    } else if (belongs(from)) {
      following = Optional.of(state);
    } else {
      return false;
    }
    last = Optional.of(state.state());
    return true;
  }

  boolean hasWork() {
    boolean follows = epoch.isPresent() && following.isPresent();
    return !inFlight && (opening.isPresent() || follows);
  }

  Optional<StateOutbox.Write> next(String key) {
    if (!hasWork() || connection.isEmpty()) {
      return Optional.empty();
    }
    inFlight = true;
    PublishState taken;
    EvseState record;
    if (opening.isPresent()) {
      taken = opening.get();
      record = taken.state();
      opening = Optional.empty();
    } else {
      taken = following.orElseThrow();
      record = taken.inConnection(epoch.orElseThrow());
      following = Optional.empty();
    }
    return Optional.of(new StateOutbox.Write(key, record, connection.get(), taken));
  }

  void written(StateOutbox.Write write, long offset) {
    inFlight = false;
    if (write.opens() && belongs(write.connection())) {
      epoch = OptionalLong.of(offset);
    }
  }

  void failed(StateOutbox.Write write) {
    inFlight = false;
    if (!belongs(write.connection())) {
      return;
    }
    if (write.opens()) {
      opening = Optional.of(write.of());
    } else if (following.isEmpty()) {
      following = Optional.of(write.of());
    }
  }

  void dropped() {
    inFlight = false;
  }

  /** Nothing to write and nothing on its way. */
  boolean idle() {
    return !inFlight && opening.isEmpty() && following.isEmpty();
  }

  /** The EVSE has no socket here any more, and everyone may know. */
  boolean finished() {
    return idle() && last.map(state -> !state.online()).orElse(true);
  }

  Optional<EvseState> last() {
    return last;
  }

  private boolean belongs(StateSource from) {
    return connection.filter(mine -> mine == from).isPresent();
  }
}
