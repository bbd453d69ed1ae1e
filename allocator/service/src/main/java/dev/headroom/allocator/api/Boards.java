package dev.headroom.allocator.api;

import dev.headroom.allocator.directory.RefusedFile;
import dev.headroom.allocator.history.Histories;
import dev.headroom.allocator.limits.LimitsBoard;
import dev.headroom.allocator.limits.LimitsStreams;
import dev.headroom.allocator.limits.SiteBoard;
import dev.headroom.allocator.proposal.SiteChanges;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the interface shows; every instance knows all of it. */
public interface Boards {

  /** Whether the tables have been read; before, they are not to be believed. */
  boolean ready();

  LimitsBoard limits();

  LimitsStreams limitsStreams();

  Histories histories();

  SiteBoard<EvseState> evses();

  SiteBoard<Ceiling> ceilings();

  Map<String, SiteRecord> sites();

  Optional<SiteRecord> site(String site);

  SiteChanges changes();

  List<RefusedFile> refusedFiles();
}
