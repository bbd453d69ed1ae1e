package dev.headroom.world.process;

import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.world.wire.Topic;

/** The epoch of a connection: the offset of the record that opened it (design §4). */
public final class Connections {

  private Connections() {}

  /** The state with the epoch it belongs to. */
  public static EvseState inEpoch(Topic.Entry<EvseState> entry) {
    EvseState state = entry.value();
    return state.connectionEpoch().isPresent()
        ? state
        : new Effect.PublishState(state, true).inConnection(entry.offset());
  }
}
