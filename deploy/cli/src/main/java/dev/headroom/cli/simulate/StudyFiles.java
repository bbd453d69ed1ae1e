package dev.headroom.cli.simulate;

import dev.headroom.actors.load.LoadTrace;
import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.simulate.stays.Demand;
import dev.headroom.cli.simulate.stays.Needs;
import dev.headroom.cli.simulate.stays.Seated;
import dev.headroom.cli.simulate.stays.Seating;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.RecordedSession;
import dev.headroom.simulator.arrivals.SessionFile;
import dev.headroom.simulator.load.LoadFiles;
import dev.headroom.simulator.load.UnreadableLoad;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the files that a simulation is about. */
final class StudyFiles {

  /** What was chosen on the command line. */
  record Choice(
      Path site,
      Path sessions,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<Demand> demand,
      Needs needs,
      Optional<Path> baseLoad,
      Duration step) {

    boolean includes(RecordedSession session) {
      LocalDate day = session.arrival().toLocalDate();
      return from.map(first -> !day.isBefore(first)).orElse(true)
          && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  private StudyFiles() {}

  /**
   * Reads them.
   *
   * @throws CannotStart saying which of them cannot be understood, and why
   */
  static Study read(Choice choice) {
    Site site = site(choice.site());
    List<RecordedSession> sessions = sessions(choice);
    Demand demand = choice.demand().orElseGet(() -> Demand.usual(sessions));
    requireDemand(choice.sessions(), sessions, demand);
    Seated seated = Seating.of(sessions, site, demand, choice.needs());
    if (seated.stays().isEmpty()) {
      throw new CannotStart(
          "%s has no session for site %s: %s"
              .formatted(choice.sessions(), site.name(), seated.skipped().getFirst().describe()));
    }
    var firstArrival = sessions.getFirst().arrival();
    return new Study(
        site,
        seated,
        firstArrival.toLocalDate(),
        sessions.getLast().arrival().toLocalDate(),
        firstArrival.toLocalDate().atStartOfDay().toInstant(firstArrival.getOffset()),
        demand,
        choice.baseLoad().map(file -> baseLoad(file, site)),
        choice.step());
  }

  private static Site site(Path file) {
    return switch (SiteYaml.read(file)) {
      case SiteFile.Read read -> read.document().site();
      case SiteFile.Refused refused ->
          throw new CannotStart(
              refused.findings().stream()
                  .filter(Finding::isError)
                  .map(Finding::describe)
                  .collect(Collectors.joining("\n")));
    };
  }

  private static List<RecordedSession> sessions(Choice choice) {
    List<RecordedSession> all;
    try {
      all = SessionFile.read(choice.sessions());
    } catch (IllegalArgumentException e) {
      throw new CannotStart(String.valueOf(e.getMessage()));
    }
    List<RecordedSession> chosen = all.stream().filter(choice::includes).toList();
    if (chosen.isEmpty()) {
      throw new CannotStart(
          "%s: nobody arrives in the days chosen; it goes from %s to %s"
              .formatted(
                  choice.sessions(),
                  all.getFirst().arrival().toLocalDate(),
                  all.getLast().arrival().toLocalDate()));
    }
    return chosen;
  }

  private static void requireDemand(Path file, List<RecordedSession> sessions, Demand demand) {
    sessions.stream()
        .filter(it -> demand == Demand.DELIVERED && it.deliveredWattHours().isEmpty())
        .findFirst()
        .ifPresent(
            it -> {
              throw new CannotStart(
                  "%s:%d: says no %s; take --demand requested"
                      .formatted(file, it.line(), demand.column()));
            });
  }

  private static LoadTrace baseLoad(Path file, Site site) {
    if (site.circuits().stream().noneMatch(it -> it.worstCaseBaseMilliamps().isPresent())) {
      throw new CannotStart(
          "--base-load is scaled to the worstCaseBaseAmps of circuits, and site "
              + site.name()
              + " declares none");
    }
    try {
      return LoadFiles.read(file);
    } catch (UnreadableLoad e) {
      throw new CannotStart(String.valueOf(e.getMessage()));
    }
  }
}
