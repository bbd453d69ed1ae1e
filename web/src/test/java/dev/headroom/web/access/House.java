package dev.headroom.web.access;

import dev.headroom.web.policy.Action;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;

/** An interface to stand at the door of. */
@Path("/api/v1")
public class House {

  private final Callers callers;

  House(Callers callers) {
    this.callers = callers;
  }

  @GET
  @Path("sites/{site}")
  @Requires(value = Action.READ, site = "site")
  public String site(@RestPath String site) {
    return callers.current().subject();
  }

  @PUT
  @Path("sites/{site}")
  @Requires(value = Action.COMMISSION, site = "site")
  public String define(@RestPath String site, String body) {
    return site;
  }

  @GET
  @Path("sites")
  @Requires(Action.READ)
  public List<String> sites() {
    Caller caller = callers.current();
    return Stream.of("campus-1", "campus-2", "north")
        .filter(site -> caller.may(Action.READ, site))
        .toList();
  }

  @DELETE
  @Path("everything")
  @Requires(Action.COMMISSION)
  public String everything() {
    callers.current().require(Action.COMMISSION, List.of());
    return "gone";
  }

  @GET
  @Path("forgotten")
  public String forgotten() {
    return "never told";
  }
}
