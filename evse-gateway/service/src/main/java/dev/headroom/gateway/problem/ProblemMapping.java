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
  public Response web(WebApplicationException failure) {
    String detail =
        failure.getCause() instanceof JsonProcessingException malformed
            ? malformed.getOriginalMessage()
            : failure.getMessage();
    return Problem.of(failure.getResponse().getStatusInfo(), detail == null ? "" : detail)
        .response();
  }
}
