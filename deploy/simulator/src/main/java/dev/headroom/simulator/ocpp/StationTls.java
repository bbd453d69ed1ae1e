package dev.headroom.simulator.ocpp;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How stations speak {@code wss}.
 *
 * @param trust a PEM file of the authorities of the gateway's certificate; those of the JDK without
 * @param certificates a directory of {@code ID.p12}: stations that have one show it (OCPP security
 *     profile 3), the others none (profile 2)
 * @param secret of these files
 */
public record StationTls(Optional<Path> trust, Optional<Path> certificates, String secret) {

  /** What the JDK trusts, and no certificates. */
  public static final StationTls NONE = new StationTls(Optional.empty(), Optional.empty(), "");
}
