package dev.headroom.web.access;

import dev.headroom.web.policy.Action;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every resource method and holds its {@link Requires} against who asks. Filters are
 * made before there is a configuration; a proxy stands in for this one.
 */
@ApplicationScoped
class AccessFilter {

  private static final Logger LOG = Logger.getLogger(AccessFilter.class);

  private final Door door;
  private final Tokens tokens;
  private final Callers callers;
  private final Refusals refusals;

  AccessFilter(Door door, Tokens tokens, Callers callers, Refusals refusals) {
    this.door = door;
    this.tokens = tokens;
    this.callers = callers;
    this.refusals = refusals;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  Uni<@Nullable Response> decide(ResourceInfo resource, UriInfo uri, RoutingContext request) {
    Requires required = resource.getResourceMethod().getAnnotation(Requires.class);
    if (required == null) {
      LOG.errorf("%s declares nothing of who may ask", resource.getResourceMethod());
      return Uni.createFrom().item(refusals.answer(Refusal.UNDECLARED));
    }
    return caller(request)
        .map(
            caller -> {
              check(caller, required, uri);
              callers.is(Inquiry.of(caller, request.request().headers()));
              return go();
            })
        .onFailure(Denied.class)
        .recoverWithItem(denied -> refusals.answer(denied.refusal()));
  }

  private Uni<Caller> caller(RoutingContext request) {
    if (door.asksForTokens()) {
      return tokens.caller(request);
    }
    Optional<Refusal> shut = door.shutFor(request.request());
    return shut.isPresent()
        ? Uni.createFrom().failure(new Denied(shut.get()))
        : Uni.createFrom().item(Caller.AT_THIS_MACHINE);
  }

  private static void check(Caller caller, Requires required, UriInfo uri) {
    Set<Action> any = EnumSet.copyOf(Arrays.asList(required.value()));
    if (!required.site().isEmpty()) {
      caller.require(any, List.of(uri.getPathParameters().getFirst(required.site())));
    } else if (!caller.grants().allowsSomewhere(any)) {
      throw new Denied(Refusal.role(any));
    }
  }

  @SuppressWarnings("NullAway") // what a filter says that lets a request go on
  private static Response go() {
    return null;
  }
}
