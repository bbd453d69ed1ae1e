package dev.headroom.world.service;

import dev.headroom.core.allocation.Allocation;
import java.time.Instant;

/** What travels on the limits topic; {@code owner} counts the claims, whatever they are stamped. */
public sealed interface LimitsEntry {

  long owner();

  record Lease(long owner, Instant renewedAt) implements LimitsEntry {}

  record Issued(long owner, Allocation allocation) implements LimitsEntry {}
}
