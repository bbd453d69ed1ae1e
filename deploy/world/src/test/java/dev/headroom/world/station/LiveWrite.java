package dev.headroom.world.station;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.profile.SchedulePeriod;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.profile.EvseProfiles;
import dev.headroom.gateway.core.rpc.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A live profile that the gateway has sent.
 *
 * @param limitMilliamps as it was worded on the wire
 * @param tailMilliamps what it has to fall to: the fallback, as the site had it then
 * @param ends whether it leaves the EVSE to its base profile in the end
 */
record LiveWrite(
    String messageId,
    int evseId,
    String transactionId,
    int limitMilliamps,
    int tailMilliamps,
    boolean ends,
    Instant sentAt) {

  static Optional<LiveWrite> of(Frame.Call call, List<Evse> evses, Supply supply, Instant now) {
    return switch (call.payload()) {
      case dev.headroom.gateway.core.ocpp16.SetChargingProfile.Req set ->
          of(call, set.connectorId(), Optional.of(Profiles16.read(set)), evses, supply, now);
      case dev.headroom.gateway.core.ocpp201.SetChargingProfile.Req set ->
          of(call, set.evseId(), Profiles201.read(set.chargingProfile()), evses, supply, now);
      default -> Optional.empty();
    };
  }

  private static Optional<LiveWrite> of(
      Frame.Call call,
      int evseId,
      Optional<ChargingProfile> read,
      List<Evse> evses,
      Supply supply,
      Instant now) {
    return read.filter(profile -> profile.purpose() == ProfilePurpose.TX)
        .map(
            profile -> {
              Evse evse = evses.get(evseId - 1);
              SchedulePeriod first = profile.schedule().periods().getFirst();
              int volts = evse.wiring().volts(supply);
              return new LiveWrite(
                  call.messageId(),
                  evseId,
                  profile.transactionId().orElseThrow(),
                  milliamps(first, profile.schedule().unit(), volts),
                  EvseProfiles.fallbackMilliamps(evse),
                  profile.schedule().duration().isPresent(),
                  now);
            });
  }

  private static int milliamps(SchedulePeriod period, RateUnit unit, int volts) {
    return switch (unit) {
      case A -> (int) period.limitThousandths();
      case W -> (int) (period.limitThousandths() / volts);
    };
  }
}
