package dev.headroom.gateway.station;

import dev.headroom.gateway.core.dialect.StationIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A charging station we know, with the hash of its password. */
@Entity
@Table(name = "station")
class Station {

  @Id String id;

  @Column(name = "password_hash")
  String passwordHash;

  @Column(name = "default_ocpp_version")
  @Nullable String defaultOcppVersion;

  @Column(name = "provisioned_at")
  Instant provisionedAt;

  @Nullable String vendor;
  @Nullable String model;
  @Nullable String firmware;

  @Column(name = "booted_at")
  @Nullable Instant bootedAt;

  @Column(name = "seen_at")
  @Nullable Instant seenAt;

  Optional<StationIdentity> identity() {
    return vendor == null || model == null
        ? Optional.empty()
        : Optional.of(new StationIdentity(vendor, model, Optional.ofNullable(firmware)));
  }
}
