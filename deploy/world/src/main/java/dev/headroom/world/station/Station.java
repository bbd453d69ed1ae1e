package dev.headroom.world.station;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faulty;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Door;
import dev.headroom.world.wire.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A charging station's software around the charger: keeps a socket to the gateway, says one thing
 * at a time and in order, and keeps what belongs to transactions for when there is a link again.
 */
public final class Station implements Faulty {

  /** This side of one socket: what comes over an earlier one is nothing. */
  private final class Line implements Link.End {
    @Override
    public void heard(Frame frame) {
      if (isCurrent(this)) {
        hear(frame);
      }
    }

    @Override
    public void closed() {
      if (isCurrent(this)) {
        lose();
      }
    }
  }

  private static final Duration METER_PERIOD = Duration.ofSeconds(5);
  private static final Duration CHARGES_AGAIN_AFTER = Duration.ofSeconds(5);
  private static final int LEAST_BEFORE_RETRY_MILLIS = 1000;
  private static final int MOST_BEFORE_RETRY_MILLIS = 10_000;
  private static final Duration NOTICES_HALF_OPEN = Duration.ofSeconds(45);

  private final Agenda agenda;
  private final SplittableRandom random;
  private final ChargingStation charger;
  private final Temper temper;
  private final Speech speech;
  private final Door door;
  private final Deque<Request> calls = new ArrayDeque<>();
  private Optional<Link> link = Optional.empty();
  private Optional<Line> line = Optional.empty();
  private Optional<Frame.Call> outstanding = Optional.empty();
  private boolean booted;
  private int unreachable;
  private int dark;
  private int messages;

  public Station(
      Agenda agenda,
      SplittableRandom random,
      ChargingStation charger,
      StationSpec spec,
      Sabotage sabotage,
      Witness witness,
      Door door) {
    this.agenda = agenda;
    this.random = random;
    this.charger = charger;
    Obeying obeying = new Obeying(charger, new Abilities(spec), sabotage, witness);
    this.speech =
        switch (spec.version()) {
          case OCPP_1_6 -> new Speech16(spec, obeying);
          case OCPP_2_0_1 -> new Speech201(spec, obeying, () -> link.isPresent());
        };
    this.door = door;
    this.temper = new Temper(charger, spec);
    connectSoon();
    agenda.after(
        Duration.ofMillis(random.nextLong(METER_PERIOD.toMillis())),
        () -> agenda.every(METER_PERIOD, this::sample));
  }

  private void connectSoon() {
    int wait = random.nextInt(LEAST_BEFORE_RETRY_MILLIS, MOST_BEFORE_RETRY_MILLIS);
    agenda.after(Duration.ofMillis(wait), this::connect);
  }

  private void connect() {
    if (link.isPresent() || dark > 0) {
      return;
    }
    Line end = new Line();
    line = Optional.of(end);
    link = unreachable > 0 ? Optional.empty() : door.open(charger.id(), end);
    if (link.isEmpty()) {
      connectSoon();
      return;
    }
    outstanding.map(Frame.Call::payload).ifPresent(calls::addFirst);
    outstanding = Optional.empty();
    calls.removeIf(call -> !speech.waitsForLink(call));
    charger.connectors().forEach(connector -> calls.addFirst(speech.status(connector, clock())));
    if (!booted) {
      calls.addFirst(speech.boot(clock()));
      booted = true;
    }
    send();
  }

  private Instant clock() {
    return temper.clock(agenda.now());
  }

  private boolean isCurrent(Line asked) {
    return link.isPresent() && line.filter(it -> it == asked).isPresent();
  }

  private void lose() {
    link = Optional.empty();
    temper.linkLost();
    if (dark == 0) {
      connectSoon();
    }
  }

  /** A vehicle comes and charges at once, if there is power and place. */
  public void plug(int number, Vehicle vehicle) {
    Connector connector = charger.connector(number);
    if (connector.vehicle().isEmpty()) {
      connector.plug(vehicle);
      chargeAgain();
    }
  }

  /** The vehicle leaves. */
  public void unplug(int number) {
    if (charger.connector(number).vehicle().isPresent()) {
      stop(charger.connector(number), "EVDisconnected");
      charger.unplug(number);
      say(speech.status(charger.connector(number), clock()));
    }
  }

  private void stop(Connector connector, String reason) {
    speech.stopped(connector, reason, clock()).ifPresent(this::say);
  }

  /** Whoever stands there without a transaction gets one, as after a power cut. */
  private void chargeAgain() {
    if (dark > 0) {
      return;
    }
    for (Connector connector : charger.connectors()) {
      if (connector.vehicle().isPresent() && connector.transaction().isEmpty()) {
        charger.begin(connector.evse().address().evseId());
        say(speech.status(connector, clock()));
        say(speech.started(connector, clock()));
      }
    }
  }

  private void sample() {
    if (link.isPresent()) {
      charger
          .connectors()
          .forEach(connector -> speech.values(connector, clock()).ifPresent(this::say));
    }
  }

  private void say(Request call) {
    calls.add(call);
    send();
  }

  private void send() {
    if (link.isEmpty() || outstanding.isPresent() || calls.isEmpty()) {
      return;
    }
    Frame.Call call = new Frame.Call("s" + messages++, calls.remove());
    outstanding = Optional.of(call);
    link.get().toGateway(call);
  }

  private void hear(Frame frame) {
    switch (frame) {
      case Frame.Call(String id, Request request) -> answer(id, request);
      case Frame.CallResult(String id, Response answer) -> answered(id, Optional.of(answer));
      case Frame.CallError error -> answered(error.messageId(), Optional.empty());
    }
  }

  private void answered(String id, Optional<Response> answer) {
    Optional<Frame.Call> said = outstanding.filter(call -> call.messageId().equals(id));
    if (said.isEmpty()) {
      return;
    }
    outstanding = Optional.empty();
    answer.ifPresent(it -> speech.answered(said.get().payload(), it));
    send();
  }

  private void answer(String id, Request request) {
    Optional<Response> answer = speech.obey(request);
    Frame frame =
        answer.isPresent()
            ? new Frame.CallResult(id, answer.get())
            : new Frame.CallError(id, ErrorCode.NOT_SUPPORTED, "not known");
    link.ifPresent(out -> out.toGateway(frame));
    speech.after(request).forEach(this::say);
  }

  @Override
  public void begin(Fault fault) {
    switch (fault.kind()) {
      case CHARGER_HALF_OPEN -> {
        unreachable++;
        link.ifPresent(it -> fallSilent(it));
      }
      case CHARGER_OFFLINE -> {
        unreachable++;
        if (link.isPresent()) {
          link.get().closeAtStation();
          lose();
        }
      }
      case CHARGER_REBOOTS -> losePower();
      case CHARGER_DISOBEYS -> temper.disobeys();
      case CHARGER_CLOCK_OFF -> temper.clockIsOff(fault);
      default -> throw new IllegalArgumentException("not a charger's: " + fault);
    }
  }

  private void fallSilent(Link open) {
    open.cut();
    agenda.after(
        NOTICES_HALF_OPEN,
        () -> {
          if (link.filter(it -> it == open).isPresent()) {
            lose();
          }
        });
  }

  private void losePower() {
    if (dark++ == 0) {
      charger.connectors().forEach(connector -> stop(connector, "PowerLoss"));
      temper.powerLost();
      link.ifPresent(Link::cut);
      link = Optional.empty();
      booted = false;
    }
  }

  @Override
  public void end(Fault fault) {
    switch (fault.kind()) {
      case CHARGER_HALF_OPEN, CHARGER_OFFLINE -> unreachable--;
      case CHARGER_REBOOTS -> {
        if (--dark == 0) {
          connectSoon();
          agenda.after(CHARGES_AGAIN_AFTER, this::chargeAgain);
        }
      }
      case CHARGER_DISOBEYS -> temper.obeysAgain();
      case CHARGER_CLOCK_OFF -> temper.clockIsRight(fault);
      default -> {}
    }
  }
}
