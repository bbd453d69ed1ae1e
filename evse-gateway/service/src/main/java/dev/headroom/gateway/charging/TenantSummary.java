package dev.headroom.gateway.charging;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant charged. */
@Schema(description = "Sessions count by when they began, with all of their energy")
record TenantSummary(
    @Schema(description = "absent for EVSEs without a tenant") Optional<String> tenant,
    long sessions,
    @Schema(description = "sum of the energies that are known; absent if none is")
        Optional<BigDecimal> energyKwh,
    @Schema(description = "sessions that go on; their energy so far is in the sum") long open,
    @Schema(description = "sessions whose energy is unknown; nothing of them is in the sum")
        long withoutEnergy) {}
