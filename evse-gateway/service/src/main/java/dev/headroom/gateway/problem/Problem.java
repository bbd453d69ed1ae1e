package dev.headroom.gateway.problem;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a request was refused, in the shape of RFC 9457 ({@code application/problem+json}). */
@Schema(description = "RFC 9457 problem details")
public record Problem(String title, int status, String detail) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(Response.StatusType status, String detail) {
    return new Problem(status.getReasonPhrase(), status.getStatusCode(), detail);
  }

  Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
