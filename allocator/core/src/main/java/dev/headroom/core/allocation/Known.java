package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.Ceilings;
import dev.headroom.core.reading.MeterHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a site when it is looked at.
 *
 * @param meters by name, what each said lately
 * @param trust whether the meters are believed
 * @param swings of the base loads, up to the last look
 * @param books by port
 * @param recall what is remembered
 */
record Known(
    Grid grid,
    Map<String, MeterHistory> meters,
    CtTrust trust,
    Swings swings,
    List<EvseBook> books,
    Ceilings ceilings,
    Recall recall,
    Instant now) {}
