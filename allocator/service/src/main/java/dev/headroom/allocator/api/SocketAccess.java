package dev.headroom.allocator.api;

import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Denied;
import dev.headroom.web.access.SocketDoor;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets a reader open a socket for the sites it may read, as it would a stream of events. */
@ApplicationScoped
class SocketAccess implements HttpUpgradeCheck {

  /** Who reads, for the socket that opens. */
  static final TypedKey<Caller> CALLER = new TypedKey<>("caller");

  private final SocketDoor door;
  private final Boards boards;

  SocketAccess(SocketDoor door, Boards boards) {
    this.door = door;
    this.boards = boards;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    return door.caller(context.httpRequest(), context.securityIdentity())
        .map(
            caller -> {
              var asked = Set.copyOf(context.httpRequest().params().getAll("site"));
              VisibleSites.of(caller, asked, boards);
              context.userData().put(CALLER, caller);
              return CheckResult.permitUpgradeSync();
            })
        .onFailure(Denied.class)
        .recoverWithItem(denied -> CheckResult.rejectUpgradeSync(denied.status()));
  }
}
