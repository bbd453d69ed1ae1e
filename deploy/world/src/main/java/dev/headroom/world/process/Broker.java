package dev.headroom.world.process;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.world.chance.Chances;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Topic;

/** The topics of one site's partition. */
public record Broker(
    Topic<Definition> sites,
    Topic<MeterReading> readings,
    Topic<EvseState> states,
    Topic<LimitsEntry> limits) {

  public static Broker of(Agenda agenda, Chances chances) {
    return new Broker(
        new Topic<>(agenda, chances.of("sites")),
        new Topic<>(agenda, chances.of("readings")),
        new Topic<>(agenda, chances.of("states")),
        new Topic<>(agenda, chances.of("limits")));
  }
}
