package dev.headroom.world.process;

import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.world.chance.Chances;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faulty;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Door;
import dev.headroom.world.wire.Link;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The gateway with its database: one life after the other. */
public final class Gateway implements Faulty, Door {

  private final Agenda agenda;
  private final Broker broker;
  private final SessionSettings settings;
  private final Function<String, OcppVersion> versions;
  private final SplittableRandom random;
  private final Register register = new Register();
  private final Map<Fault, GatewayLife> parted = new HashMap<>();
  private Optional<GatewayLife> life;
  private int deaths;

  /**
   * @param versions what each station speaks, by its id
   */
  public Gateway(
      Agenda agenda,
      Broker broker,
      SessionSettings settings,
      Function<String, OcppVersion> versions,
      Chances chances) {
    this.agenda = agenda;
    this.broker = broker;
    this.settings = settings;
    this.versions = versions;
    this.random = chances.of("gateway");
    this.life = Optional.of(begin());
  }

  private GatewayLife begin() {
    return new GatewayLife(agenda, broker, settings, register, random.split());
  }

  @Override
  public Optional<Link> open(String stationId, Link.End station) {
    return life.map(it -> it.open(stationId, versions.apply(stationId), station, random.split()));
  }

  /** Time has passed. */
  public void tick() {
    life.ifPresent(GatewayLife::tick);
  }

  /** Whether a process runs. */
  public boolean lives() {
    return life.isPresent();
  }

  @Override
  public void begin(Fault fault) {
    switch (fault.kind()) {
      case GATEWAY_DEAD -> {
        deaths++;
        life.ifPresent(GatewayLife::die);
        life = Optional.empty();
      }
      case BROKER_PARTS_GATEWAY ->
          life.ifPresent(
              it -> {
                it.hold();
                parted.put(fault, it);
              });
      default -> throw new IllegalArgumentException("not the gateway's: " + fault);
    }
  }

  @Override
  public void end(Fault fault) {
    switch (fault.kind()) {
      case GATEWAY_DEAD -> {
        if (--deaths == 0) {
          life = Optional.of(begin());
        }
      }
      case BROKER_PARTS_GATEWAY ->
          Optional.ofNullable(parted.remove(fault)).ifPresent(GatewayLife::letGo);
      default -> {}
    }
  }
}
