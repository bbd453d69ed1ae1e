package dev.headroom.gateway.charging;

import dev.headroom.gateway.core.session.OpenTransaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A charging session as it is kept: what was heard of a transaction, in whatever order and however
 * often, and the energy that comes of it. What was heard first of its beginning stands, as does
 * what is best of its end, and of its registers all.
 */
@Entity
@Table(name = "charging_session")
@IdClass(ChargingKey.class)
public class ChargingRecord {

  /** Those of a station that began at the same time, by its clock. */
  public static final String SAME_START =
      "from ChargingRecord where stationId = :station and chargerStartedAt = :start"
          + " and transactionId <> :id and sameAs is null";

  /**
   * Those a station may go on with, under the last id it was given, and those of these ids. One
   * whose start was not seen is not gone on with: it may be long over.
   */
  public static final String OPEN_AT_STATION =
      "from ChargingRecord it where stationId = :station and chargerStartedAt is not null"
          + " and (transactionId in :ids or endedAt is null and not exists"
          + " (select 1 from ChargingRecord later where later.stationId = it.stationId"
          + " and later.sameAs = it.transactionId))";

  private static final String OCPP_1_6 = "1.6";

  @Id
  @Column(name = "station_id")
  String stationId;

  @Id
  @Column(name = "transaction_id")
  String transactionId;

  /** The transaction under which this session was begun before; it is kept there. */
  @Column(name = "same_as")
  @Nullable String sameAs;

  @Column(name = "ocpp_version")
  @Nullable String ocppVersion;

  @Nullable String site;
  @Nullable String evse;
  @Nullable String tenant;

  @Column(name = "evse_id")
  @Nullable Integer evseId;

  @Column(name = "id_tag")
  @Nullable String idToken;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "charger_started_at")
  @Nullable Instant chargerStartedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "charger_ended_at")
  @Nullable Instant chargerEndedAt;

  @Column(name = "end_reason")
  @Nullable String endReason;

  @Column(name = "meter_start_wh")
  @Nullable Long meterStartWh;

  @Column(name = "meter_stop_wh")
  @Nullable Long meterStopWh;

  @Column(name = "energy_wh")
  @Nullable Long energyWh;

  @Column(name = "most_watts")
  long mostWatts = Place.ANY_CHARGER_WATTS;

  @Column(name = "register_seconds")
  long[] registerSeconds = {};

  @Column(name = "register_wh")
  long[] registerWh = {};

  @Column(name = "registers_refused")
  int registersRefused;

  /** A session of which nothing is known yet but that it was there at this time. */
  public static ChargingRecord of(ChargingKey key, Instant at) {
    ChargingRecord charging = new ChargingRecord();
    charging.stationId = key.stationId();
    charging.transactionId = key.transactionId();
    charging.startedAt = at;
    return charging;
  }

  /** It began so; said again it changes nothing. */
  public void begun(Place place, OpenTransaction transaction, String version) {
    if (chargerStartedAt != null && !transaction.startedAt().isBefore(startedAt)) {
      return;
    }
    put(place);
    ocppVersion = version;
    evseId = transaction.evseId();
    idToken = transaction.idToken().orElse(null);
    startedAt = transaction.startedAt();
    chargerStartedAt = transaction.timestamp();
    meterStartWh = boxed(transaction.meterStartWattHours());
    count();
  }

  /** Its register showed this. Where its beginning was not heard, it is known from now on. */
  public void read(Optional<Place> place, RegisterRead read) {
    if (chargerStartedAt == null) {
      place.filter(known -> site == null).ifPresent(this::put);
      heardAt(read.at());
    }
    keep(List.of(read));
  }

  /** It ended so. */
  public void ended(Ending ending) {
    if (chargerStartedAt == null) {
      heardAt(ending.at());
    }
    if (ending().map(known -> Ending.BEST.compare(known, ending) < 0).orElse(true)) {
      endedAt = ending.at();
      chargerEndedAt = ending.chargerTime().orElse(null);
      meterStopWh = boxed(ending.meterStopWattHours());
      endReason = ending.reason().orElse(null);
      count();
    }
  }

  /** The charger was given another id for it; what was heard under that is kept here too. */
  public void join(ChargingRecord again) {
    again.sameAs = transactionId;
    keep(again.registers().reads());
    again.ending().ifPresent(this::ended);
  }

  /** Under which id it is kept; its own, unless it was begun before under another. */
  public Optional<ChargingKey> keptUnder() {
    return Optional.ofNullable(sameAs).map(id -> new ChargingKey(stationId, id));
  }

  /** What a station that returns goes on with; only of a session whose start was seen. */
  public OpenTransaction open() {
    return new OpenTransaction(
        transactionId,
        evseId == null ? 0 : evseId,
        Optional.ofNullable(idToken),
        optional(meterStartWh),
        chargerStartedAt == null ? startedAt : chargerStartedAt,
        startedAt);
  }

  /** Whether its start is known and its id one that a gateway chose. */
  public boolean hasIdOfOurs() {
    return OCPP_1_6.equals(ocppVersion);
  }

  /** Whether both are one start, that was sent twice. */
  public boolean beganLike(ChargingRecord other) {
    return Objects.equals(evseId, other.evseId)
        && Objects.equals(idToken, other.idToken)
        && Objects.equals(meterStartWh, other.meterStartWh)
        && Objects.equals(chargerStartedAt, other.chargerStartedAt);
  }

  public String stationId() {
    return stationId;
  }

  public @Nullable Instant chargerStartedAt() {
    return chargerStartedAt;
  }

  public String transactionId() {
    return transactionId;
  }

  public boolean hasEnded() {
    return endedAt != null;
  }

  /** How many readings of its register were of no use. */
  public int registersRefused() {
    return registersRefused;
  }

  ChargingState state() {
    if (endedAt == null) {
      return ChargingState.OPEN;
    }
    return chargerStartedAt == null || chargerEndedAt == null || energyWh == null
        ? ChargingState.INCOMPLETE
        : ChargingState.COMPLETE;
  }

  private void put(Place place) {
    site = place.site();
    evse = place.evse();
    tenant = place.tenant().orElse(null);
    mostWatts = place.mostWatts();
  }

  private void heardAt(Instant at) {
    startedAt = at.isBefore(startedAt) ? at : startedAt;
  }

  private Optional<Ending> ending() {
    return Optional.ofNullable(endedAt)
        .map(
            at ->
                new Ending(
                    optional(meterStopWh),
                    Optional.ofNullable(chargerEndedAt),
                    at,
                    Optional.ofNullable(endReason)));
  }

  private Registers registers() {
    return Registers.of(registerSeconds, registerWh);
  }

  private void keep(Collection<RegisterRead> reads) {
    Registers all = registers().with(reads);
    registerSeconds = all.seconds();
    registerWh = all.wattHours();
    count();
  }

  private void count() {
    Instant from = chargerStartedAt == null ? Instant.MIN : chargerStartedAt.minusSeconds(1);
    Instant to = chargerEndedAt == null ? Instant.MAX : chargerEndedAt;
    List<RegisterRead> reads = new ArrayList<>();
    end(chargerStartedAt, meterStartWh).forEach(reads::add);
    registers().reads().stream()
        .filter(read -> !read.at().isBefore(from) && !read.at().isAfter(to))
        .forEach(reads::add);
    end(chargerEndedAt, meterStopWh).forEach(reads::add);
    Energy energy = Energy.of(reads, mostWatts);
    energyWh = boxed(energy.wattHours());
    registersRefused = energy.refused();
  }

  private static Stream<RegisterRead> end(@Nullable Instant at, @Nullable Long wattHours) {
    return at == null || wattHours == null
        ? Stream.empty()
        : Stream.of(new RegisterRead(at, wattHours));
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
