package dev.headroom.world.station;

import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.profile.EvseProfiles;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.session.EvseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the gateway has last said of an EVSE, and which of its live profiles may stand there. */
final class Standing {

  private final List<LiveWrite> writes = new ArrayList<>();
  private Optional<LiveWrite> accepted = Optional.empty();
  private Optional<EvseReport> report = Optional.empty();
  private Optional<Evse> evse = Optional.empty();
  private Function<String, Optional<Action>> awaited = _ -> Optional.empty();

  void sent(LiveWrite write) {
    writes.removeIf(old -> !old.transactionId().equals(write.transactionId()));
    writes.add(write);
  }

  /** An accepted profile replaces those before it; one that is refused is none. */
  void answered(Frame answer, boolean awaitedStill) {
    Optional<LiveWrite> meant =
        writes.stream().filter(write -> write.messageId().equals(answer.messageId())).findFirst();
    if (meant.isEmpty() || !awaitedStill) {
      return;
    }
    if (isAcceptance(answer)) {
      accepted = meant;
      writes.subList(0, writes.indexOf(meant.get())).clear();
    } else {
      writes.remove(meant.get());
    }
  }

  private static boolean isAcceptance(Frame answer) {
    return answer instanceof Frame.CallResult result
        && switch (result.payload()) {
          case dev.headroom.gateway.core.ocpp16.SetChargingProfile.Conf conf ->
              conf.status() == dev.headroom.gateway.core.ocpp16.ChargingProfileStatus.Accepted;
          case dev.headroom.gateway.core.ocpp201.SetChargingProfile.Res res ->
              res.status() == dev.headroom.gateway.core.ocpp201.ChargingProfileStatus.Accepted;
          default -> false;
        };
  }

  void reported(EvseReport said, Evse of, Function<String, Optional<Action>> awaits) {
    report = Optional.of(said);
    evse = Optional.of(of);
    awaited = awaits;
  }

  /**
   * What follows from it.
   *
   * @param listed false if the charger did not say what it holds: anything may overrule the base
   */
  Promise promise(boolean connected, boolean listed) {
    if (report.isEmpty()) {
      return Promise.NONE;
    }
    EvseReport said = report.get();
    Evse of = evse.orElseThrow();
    boolean base = said.state().baseAccepted() && listed;
    int fallback = base ? EvseProfiles.fallbackMilliamps(of) : of.maximumMilliamps();
    int inFlight =
        writes.stream()
            .filter(write -> awaited.apply(write.messageId()).isPresent())
            .mapToInt(LiveWrite::limitMilliamps)
            .max()
            .orElse(0);
    return new Promise(
        said.state().session().map(session -> session.id()),
        connected,
        Math.max(said.mostMilliamps(), inFlight),
        fallback,
        List.copyOf(writes),
        accepted.filter(writes::contains).isPresent());
  }
}
