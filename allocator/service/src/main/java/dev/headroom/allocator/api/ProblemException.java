package dev.headroom.allocator.api;

/** An answer that is a problem (RFC 9457). */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;

  private ProblemException(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  static ProblemException unknownSite(String site) {
    return new ProblemException(404, "Unknown site", "no site '" + site + "' is known");
  }

  static ProblemException noLimits(String site) {
    return new ProblemException(
        404, "No limits", "site '" + site + "' has no limits; its chargers take their fallback");
  }

  static ProblemException starting() {
    return new ProblemException(
        503, "Starting", "the tables of sites and limits are still being read");
  }

  Problem problem() {
    return new Problem("about:blank", title, status, String.valueOf(getMessage()));
  }
}
