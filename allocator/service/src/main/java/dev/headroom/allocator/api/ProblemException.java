package dev.headroom.allocator.api;

import dev.headroom.core.site.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer that is a problem (RFC 9457). */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  private static ProblemException of(int status, String title, String detail) {
    return of(status, title, detail, Optional.empty(), OptionalLong.empty());
  }

  private static ProblemException of(
      int status,
      String title,
      String detail,
      Optional<List<Finding>> findings,
      OptionalLong currentVersion) {
    return new ProblemException(
        Problem.ours(status, title, detail, findings.map(FindingView::of), currentVersion));
  }

  static ProblemException unknownSite(String site) {
    return of(404, "Unknown site", "no site '" + site + "' is known");
  }

  static ProblemException noLimits(String site) {
    return of(
        404, "No limits", "site '" + site + "' has no limits; its chargers take their fallback");
  }

  static ProblemException noHistory(String site) {
    return of(404, "No history", "nothing was issued for site '" + site + "' since the start here");
  }

  static ProblemException notAccepted(String site) {
    return of(404, "No definition", "no definition of site '" + site + "' was accepted yet");
  }

  static ProblemException starting() {
    return of(503, "Starting", "the tables of sites and limits are still being read");
  }

  static ProblemException unanswered(String reason) {
    return of(
        503,
        "No answer",
        reason + "; the proposal may still be applied: read the site before you repeat it");
  }

  static ProblemException notAudited(String detail) {
    return of(503, "Not audited", detail);
  }

  static ProblemException malformed(String detail) {
    return of(400, "Malformed request", detail);
  }

  static ProblemException unreadable(List<Finding> findings) {
    return of(
        400,
        "Unreadable definition",
        findings.getFirst().describe(),
        Optional.of(findings),
        OptionalLong.empty());
  }

  static ProblemException refused(List<Finding> findings) {
    return of(
        422,
        "Definition refused",
        "the site cannot be run so: " + findings.getFirst().describe(),
        Optional.of(findings),
        OptionalLong.empty());
  }

  static ProblemException tooLarge(int mostBytes) {
    return of(413, "Too large", "a definition has at most " + mostBytes + " bytes");
  }

  static ProblemException conflict(String detail, long currentVersion) {
    return of(409, "Conflict", detail, Optional.empty(), OptionalLong.of(currentVersion));
  }

  static ProblemException conflict(List<Finding> findings, long currentVersion) {
    return of(
        409,
        "Conflict",
        findings.getFirst().message() + ": " + findings.getFirst().remedy(),
        Optional.of(findings),
        OptionalLong.of(currentVersion));
  }

  static ProblemException unconditional(String site, long currentVersion) {
    return of(
        428,
        "Precondition required",
        "site '%s' is at version %d: say which version the change was made from, If-Match: \"%d\""
            .formatted(site, currentVersion, currentVersion),
        Optional.empty(),
        OptionalLong.of(currentVersion));
  }

  Problem problem() {
    return problem;
  }
}
