package dev.headroom.core.allocation;

import java.time.Instant;
import java.util.List;

/**
 * A site as one look finds it, before anything is decided.
 *
 * @param most what each EVSE may draw now (S1), milliamperes
 * @param bases the base load in every bound that is watched, by its place
 * @param caps what caps each of these, by its place; none if nothing does
 * @param blind what S9 leaves EVSEs on each conductor, in their order
 */
record Look(
    Grid grid,
    List<EvseBook> books,
    Instant now,
    int[] most,
    List<BaseLoad> bases,
    List<List<Cap>> caps,
    List<Double> blind) {}
