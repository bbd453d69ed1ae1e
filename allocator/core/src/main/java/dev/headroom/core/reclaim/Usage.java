package dev.headroom.core.reclaim;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an EVSE is allowed and what its vehicle makes of it; milliamperes.
 *
 * @param session the vehicle's session; empty without one
 * @param limit the limit that it follows now
 * @param floor the least it is given without a pause
 * @param maximum the most it can be given
 * @param draw on its highest line in a sample that may be believed; empty if there is none
 */
public record Usage(
    Optional<String> session, int limit, int floor, int maximum, OptionalInt draw) {}
