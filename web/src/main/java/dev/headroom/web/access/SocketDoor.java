package dev.headroom.web.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The door of a WebSocket that people and programs read. */
@ApplicationScoped
public class SocketDoor {

  private final Door door;
  private final Tokens tokens;

  SocketDoor(Door door, Tokens tokens) {
    this.door = door;
    this.tokens = tokens;
  }

  /** Who asks for a socket, or a failure that is {@link Denied}. */
  public Uni<Caller> caller(HttpServerRequest request, Uni<SecurityIdentity> identity) {
    if (door.asksForTokens()) {
      return tokens.caller(identity);
    }
    Optional<Refusal> shut = door.shutFor(request);
    return shut.isPresent()
        ? Uni.createFrom().failure(new Denied(shut.get()))
        : Uni.createFrom().item(Caller.AT_THIS_MACHINE);
  }
}
