package dev.headroom.actors.site;

import dev.headroom.core.electrical.PerPhase;

/** What a CT meter shows at an instant: magnitudes per phase of its circuit. */
public record MeterSample(
    PerPhase currentMilliamps,
    PerPhase voltageMillivolts,
    PerPhase activePowerWatts,
    long sequence) {}
