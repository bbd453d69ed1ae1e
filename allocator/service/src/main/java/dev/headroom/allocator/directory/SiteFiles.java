package dev.headroom.allocator.directory;

import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.proposal.Proposer;
import dev.headroom.contract.site.Provenance;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the site files of a directory say, compared with what is accepted: differences become
 * proposals. Every instance may do this with the same files, since a proposal that changes nothing
 * is none. One scan at a time.
 */
public final class SiteFiles {

  private static final Logger LOG = LoggerFactory.getLogger(SiteFiles.class);

  private record Stamp(FileTime modified, long size) {}

  /** A file as last read; the document is the last good one. */
  private record Seen(Stamp stamp, Optional<SiteDocument> document) {}

  private final Path directory;
  private final Proposer proposer;
  private final Supplier<Map<String, SiteRecord>> accepted;
  private final AllocatorMetrics metrics;
  private final InstantSource clock;
  private final Map<Path, Seen> seen = new HashMap<>();
  private final Map<Path, RefusedFile> refused = new ConcurrentHashMap<>();
  private boolean swept;

  /**
   * Nothing is read yet.
   *
   * @param accepted what the log says of all sites
   */
  public SiteFiles(
      Path directory,
      Proposer proposer,
      Supplier<Map<String, SiteRecord>> accepted,
      AllocatorMetrics metrics,
      InstantSource clock) {
    this.directory = directory.toAbsolutePath().normalize();
    this.proposer = proposer;
    this.accepted = accepted;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The files that cannot be run now; callable from any thread. */
  public List<RefusedFile> refused() {
    return List.copyOf(refused.values());
  }

  /**
   * Reads what changed and proposes it. A file that cannot be run, or not be proposed just now,
   * disturbs no other.
   *
   * @throws IOException if the directory itself cannot be read; then nothing counts as removed
   */
  public void scan() throws IOException {
    List<Path> present = present();
    Map<Path, Seen> gone = new HashMap<>(seen);
    gone.keySet().removeAll(present);
    if (!gone.isEmpty()) {
      seen.keySet().removeAll(gone.keySet());
      refused.keySet().removeAll(gone.keySet());
      // A second file of a site that is gone may be its only one now.
      seen.values().removeIf(known -> known.document().isEmpty());
    }
    for (Path file : present) {
      try {
        scan(file, present);
      } catch (IOException | IllegalStateException e) {
        LOG.warn("{} is tried again: {}", file, e.toString());
      }
    }
    gone.forEach(this::remove);
    if (!swept) {
      sweep(present);
    }
  }

  /** Deletes the sites whose files disappeared while nobody watched. */
  private void sweep(List<Path> present) {
    List<SiteRecord> lost = LostFiles.in(directory, present, accepted.get().values());
    if (present.isEmpty()) {
      // A volume that is not mounted looks just so.
      lost.forEach(
          site ->
              LOG.warn(
                  "site {} stays, though its file is gone: {} holds no site file at all",
                  site.site(),
                  directory));
      return;
    }
    swept = true;
    for (SiteRecord site : lost) {
      if (seen.keySet().stream().noneMatch(file -> describes(file, site.site()))) {
        swept &= delete(LostFiles.fileOf(site).orElseThrow(), site);
      }
    }
  }

  private List<Path> present() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(SiteFiles::isSiteFile).sorted().toList();
    }
  }

  private static boolean isSiteFile(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && Files.isRegularFile(file);
  }

  private void scan(Path file, List<Path> present) throws IOException {
    Stamp stamp = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    Optional<Seen> before = Optional.ofNullable(seen.get(file));
    if (before.filter(known -> known.stamp().equals(stamp)).isPresent()) {
      return;
    }
    switch (SiteYaml.read(file)) {
      case SiteFile.Refused no -> refuse(file, before, stamp, no.findings());
      case SiteFile.Read read -> {
        Optional<Path> other = otherWith(read.document().site().name(), file, present);
        if (other.isPresent()) {
          refuse(file, Optional.empty(), stamp, List.of(twice(read.document(), file, other.get())));
        } else {
          propose(file, read, stamp);
        }
      }
    }
  }

  private Optional<Path> otherWith(String site, Path file, List<Path> present) {
    return present.stream()
        .filter(other -> !other.equals(file))
        .filter(other -> describes(other, site))
        .findFirst();
  }

  private boolean describes(Path file, String site) {
    return Optional.ofNullable(seen.get(file))
        .flatMap(Seen::document)
        .filter(document -> document.site().name().equals(site))
        .isPresent();
  }

  private static Finding twice(SiteDocument document, Path file, Path other) {
    return Finding.error(
            "metadata.name",
            "site '%s' is described by %s already".formatted(document.site().name(), other),
            "keep one of the two files, or name the site otherwise")
        .at(file.toString(), OptionalInt.empty());
  }

  private void refuse(Path file, Optional<Seen> before, Stamp stamp, List<Finding> findings) {
    Optional<SiteDocument> document = before.flatMap(Seen::document);
    String name = file.getFileName().toString();
    String site =
        document
            .map(known -> known.site().name())
            .orElseGet(() -> name.substring(0, name.lastIndexOf('.')));
    findings.forEach(finding -> LOG.error("site file refused: {}", finding.describe()));
    metrics.unreadableFile();
    refused.put(file, new RefusedFile(file, site, findings, clock.instant()));
    seen.put(file, new Seen(stamp, document));
  }

  private void propose(Path file, SiteFile.Read read, Stamp stamp) {
    SiteDocument document = read.document();
    read.warnings().forEach(warning -> LOG.warn("{}", warning.describe()));
    String site = document.site().name();
    boolean known =
        current(site)
            .filter(record -> record.lastRejection().isEmpty())
            .filter(record -> record.origin().filter(Provenance::fromFile).isPresent())
            .filter(record -> runs(record, document))
            .isPresent();
    if (!known) {
      proposer.propose(
          proposal(site, OptionalLong.empty(), Optional.of(document), file, clock.instant()));
      LOG.info("{} proposes site {}", file, site);
    }
    refused.remove(file);
    seen.put(file, new Seen(stamp, Optional.of(document)));
  }

  /** Deletes the site if it still is what this file last said, and no other file describes it. */
  private void remove(Path file, Seen last) {
    if (last.document().isEmpty()) {
      return;
    }
    String site = last.document().get().site().name();
    boolean described = seen.keySet().stream().anyMatch(other -> describes(other, site));
    boolean done =
        current(site)
            .filter(record -> !described && runs(record, last.document().get()))
            .filter(record -> record.origin().filter(Provenance::fromFile).isPresent())
            .map(record -> delete(file, record))
            .orElse(true);
    if (!done) {
      seen.put(file, last);
    }
  }

  private boolean delete(Path file, SiteRecord site) {
    try {
      OptionalLong base = OptionalLong.of(site.version());
      proposer.propose(proposal(site.site(), base, Optional.empty(), file, clock.instant()));
      LOG.info("{} is gone: site {} is to be deleted", file, site.site());
      return true;
    } catch (IllegalStateException e) {
      LOG.warn("the removal of {} is tried again: {}", file, e.toString());
      return false;
    }
  }

  private Optional<SiteRecord> current(String site) {
    return Optional.ofNullable(accepted.get().get(site));
  }

  private static boolean runs(SiteRecord record, SiteDocument document) {
    return record
        .accepted()
        .filter(runs -> runs.contentHash().equals(document.contentHash()))
        .isPresent();
  }

  private static SiteProposal proposal(
      String site, OptionalLong base, Optional<SiteDocument> document, Path file, Instant at) {
    return new SiteProposal(
        UUID.randomUUID().toString(),
        site,
        base,
        document.map(SiteDocument::definition),
        document.map(SiteDocument::contentHash).orElse(""),
        Provenance.FILE + file,
        false,
        at);
  }
}
