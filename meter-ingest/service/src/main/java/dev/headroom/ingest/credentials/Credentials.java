package dev.headroom.ingest.credentials;

import dev.headroom.ingest.reading.MeterIdentity;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pre-shared keys at one time. Its text form names meters, never keys. */
public record Credentials(Map<MeterIdentity, PresharedKey> keys) {

  public static final Credentials NONE = new Credentials(Map.of());

  public Credentials {
    keys = Map.copyOf(keys);
  }

  public Optional<PresharedKey> keyOf(MeterIdentity identity) {
    return Optional.ofNullable(keys.get(identity));
  }

  /** Meters whose key is not the same in {@code next}: what they agreed on before is void. */
  public Set<MeterIdentity> revokedBy(Credentials next) {
    Set<MeterIdentity> revoked = new HashSet<>();
    keys.forEach(
        (identity, key) -> {
          if (!next.keyOf(identity).equals(Optional.of(key))) {
            revoked.add(identity);
          }
        });
    return revoked;
  }
}
