package dev.headroom.world.station;

import java.util.List;

/**
 * A charger and what happens to it.
 *
 * @param left the levels of profiles that somebody else left in it; OCPP 2.0.1 can list them
 * @param clockAheadSeconds of its clock, negative if behind
 * @param proven whether its fallback is known to be good
 */
record Drama(
    StationSpec spec,
    boolean proven,
    int clockAheadSeconds,
    List<Integer> left,
    long seed,
    List<Act> acts) {}
