package dev.headroom.allocator.partition;

import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteRecord;
import java.util.Optional;

/** Where a partition's results go. Empty values are tombstones. */
public interface Outbox {

  void limits(String key, Optional<LimitsRecord> value);

  void site(String site, Optional<SiteRecord> value);

  void demand(DemandRecord window);
}
