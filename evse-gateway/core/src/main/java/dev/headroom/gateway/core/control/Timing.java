package dev.headroom.gateway.core.control;

import java.time.Duration;

/**
 * The times that the control of a limit keeps.
 *
 * @param ttl how long a live profile stands unrefreshed
 * @param refresh after how long it is written again
 * @param settle how long a charger takes to follow what it accepted
 * @param meterPeriod how often it sends meter values
 * @param attempts how often a write is repeated before it waits for half the TTL
 */
public record Timing(
    Duration ttl, Duration refresh, Duration settle, Duration meterPeriod, int attempts) {}
