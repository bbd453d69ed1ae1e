package dev.headroom.dr.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headroom.dr.event.Fault;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A problem detail (RFC 9457); {@code errors} has one entry for every wrong field. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {

  static final String MEDIA_TYPE = "application/problem+json";
  private static final String NO_MORE_THAN_THE_STATUS = "about:blank";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** Those we find ourselves. */
  enum Kind {
    NOT_UNDERSTOOD(400, "Bad Request"),
    NOT_THERE(404, "Not Found"),
    CONFLICT(409, "Conflict"),
    NOT_POSSIBLE(422, "Unprocessable Content"),
    UNAVAILABLE(503, "Service Unavailable");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }
  }

  static Problem of(Kind kind, String detail) {
    return of(kind, detail, List.of());
  }

  static Problem of(Kind kind, String detail, List<Fault> errors) {
    return new Problem(NO_MORE_THAN_THE_STATUS, kind.title, kind.status, detail, errors);
  }

  /** One the framework found, such as an unknown path. */
  static Problem of(Response.StatusType status, String detail) {
    return new Problem(
        NO_MORE_THAN_THE_STATUS,
        status.getReasonPhrase(),
        status.getStatusCode(),
        detail,
        List.of());
  }

  Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
