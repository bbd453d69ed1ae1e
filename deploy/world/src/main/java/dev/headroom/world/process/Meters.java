package dev.headroom.world.process;

import dev.headroom.actors.site.CtMeter;
import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.world.chance.Chances;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faulty;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Producer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Every CT meter of a site, and the ingest that brings its readings to the broker. */
public final class Meters implements Faulty {

  private static final int ONE_IN_IS_LOST = 200;

  /** Readings whose clock is further off are refused at the door (4.22). */
  private static final Duration REFUSED_ABOVE = Duration.ofSeconds(30);

  private final Agenda agenda;
  private final Broker broker;
  private final String site;
  private final SplittableRandom random;
  private final Producer producer;
  private final Map<String, MeterProcess> meters = new LinkedHashMap<>();

  public Meters(
      Agenda agenda, Broker broker, PhysicalSite physical, Duration period, Chances chances) {
    this.agenda = agenda;
    this.broker = broker;
    this.site = physical.site().name();
    this.random = chances.of("meters");
    this.producer = new Producer(agenda, random.split());
    for (Circuit circuit : physical.site().circuits()) {
      circuit.meter().ifPresent(meter -> start(physical, circuit, meter, period));
    }
  }

  private void start(PhysicalSite physical, Circuit circuit, Meter meter, Duration period) {
    CtMeter clamps = new CtMeter(physical, circuit, meter, random.nextLong());
    MeterProcess process = new MeterProcess(clamps);
    meters.put(meter.name(), process);
    Duration phase = Duration.ofMillis(random.nextLong(period.toMillis()));
    agenda.after(phase, () -> agenda.every(period, () -> measure(meter.name(), process)));
  }

  private void measure(String name, MeterProcess process) {
    Optional<PerPhase> shown = process.shown();
    if (shown.isEmpty() || random.nextInt(ONE_IN_IS_LOST) == 0) {
      return;
    }
    Instant at = agenda.now().plus(process.clockError());
    agenda.after(process.delay(random), () -> ingest(name, shown.get(), at));
  }

  private void ingest(String name, PerPhase shown, Instant measuredAt) {
    Instant now = agenda.now();
    if (Duration.between(measuredAt, now).abs().compareTo(REFUSED_ABOVE) > 0) {
      return;
    }
    MeterReading reading =
        new MeterReading(
            site,
            name,
            shown,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            measuredAt,
            now);
    producer.append(broker.readings(), name, reading);
  }

  @Override
  public void begin(Fault fault) {
    Optional.ofNullable(meters.get(fault.target())).ifPresent(meter -> meter.begin(fault));
  }

  @Override
  public void end(Fault fault) {
    Optional.ofNullable(meters.get(fault.target())).ifPresent(meter -> meter.end(fault));
  }
}
