package dev.headroom.gateway.station;

import java.util.Optional;

/**
 * What is on record of a station that decides whether it may connect.
 *
 * @param passwordHash absent for one that shows a certificate
 * @param rotation another password it was told and has not come back with
 * @param leastProfile the security profile that was configured for it, 1 to 3
 * @param seenProfile the highest it ever connected with, 0 for none
 */
public record Known(
    Optional<String> passwordHash,
    Optional<Rotation> rotation,
    Optional<Integer> leastProfile,
    int seenProfile) {}
