package dev.headroom.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.headroom.gateway.database.DatabaseAway;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where errors become HTTP answers. */
public final class ProblemMapping {

  @ServerExceptionMapper
  public Response refused(Refused refused) {
    return refused.problem().response();
  }

  @ServerExceptionMapper
  public Response databaseAway(DatabaseAway ignored) {
    return Response.fromResponse(
            Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE, "the database does not answer; try again")
                .response())
        .header("Retry-After", 5)
        .build();
  }

  @ServerExceptionMapper
  public Response malformed(JsonProcessingException malformed) {
    return Problem.of(Response.Status.BAD_REQUEST, malformed.getOriginalMessage()).response();
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException failure) {
    String message = failure.getMessage();
    return Problem.of(failure.getResponse().getStatusInfo(), message == null ? "" : message)
        .response();
  }
}
