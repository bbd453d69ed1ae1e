package dev.headroom.world.process;

import dev.headroom.core.site.Site;
import dev.headroom.world.chance.Chances;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faulty;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Producer;

/** Whoever defines the site: once at the start, and otherwise while a fault has it so. */
public final class Definitions implements Faulty {

  private final Broker broker;
  private final Producer producer;
  private final Site usual;
  private final Site other;
  private long version;
  private int changes;

  /**
   * @param other what stands while {@code SITE_CHANGED} is on; the same physical site
   */
  public Definitions(Agenda agenda, Broker broker, Site usual, Site other, Chances chances) {
    this.broker = broker;
    this.producer = new Producer(agenda, chances.of("definitions"));
    this.usual = usual;
    this.other = other;
    define(usual);
  }

  private void define(Site site) {
    producer.append(broker.sites(), site.name(), new Definition(++version, site));
  }

  @Override
  public void begin(Fault fault) {
    if (changes++ == 0) {
      define(other);
    }
  }

  @Override
  public void end(Fault fault) {
    if (--changes == 0) {
      define(usual);
    }
  }
}
