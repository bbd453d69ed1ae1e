package dev.headroom.gateway.station;

import dev.headroom.gateway.core.dialect.StationIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A charging station we know, with the hash of its password. */
@Entity
@DynamicUpdate // writes what it changes alone: a boot may not undo another password
@Table(name = "station")
class Station {

  @Id String id;

  @Column(name = "password_hash")
  @Nullable String passwordHash;

  @Column(name = "least_security_profile")
  @Nullable Integer leastSecurityProfile;

  @Column(name = "seen_security_profile")
  int seenSecurityProfile;

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

  @Column(name = "next_password_hash")
  @Nullable String nextPasswordHash;

  @Column(name = "rotation_ordered_at")
  @Nullable Instant rotationOrderedAt;

  @Column(name = "rotation_accepted")
  boolean rotationAccepted;

  Optional<Rotation> rotation() {
    return nextPasswordHash == null || rotationOrderedAt == null
        ? Optional.empty()
        : Optional.of(new Rotation(nextPasswordHash, rotationOrderedAt, rotationAccepted));
  }

  void endRotation() {
    nextPasswordHash = null;
    rotationOrderedAt = null;
    rotationAccepted = false;
  }

  Known known() {
    return new Known(
        Optional.ofNullable(passwordHash),
        rotation(),
        Optional.ofNullable(leastSecurityProfile),
        seenSecurityProfile);
  }

  Optional<StationIdentity> identity() {
    return vendor == null || model == null
        ? Optional.empty()
        : Optional.of(new StationIdentity(vendor, model, Optional.ofNullable(firmware)));
  }
}
