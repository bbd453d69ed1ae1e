package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.metric.GatewayEvent;
import java.util.ArrayList;
import java.util.List;

/** The effects of one input, in order. */
final class Outbox {

  private final List<Effect> effects = new ArrayList<>();

  void add(Effect effect) {
    effects.add(effect);
  }

  void count(GatewayEvent event) {
    effects.add(new Effect.Count(event));
  }

  void count(GatewayEvent event, int times) {
    for (int i = 0; i < times; i++) {
      count(event);
    }
  }

  List<Effect> drain() {
    List<Effect> drained = List.copyOf(effects);
    effects.clear();
    return drained;
  }
}
