package dev.headroom.gateway.auth;

import dev.headroom.gateway.linkcut.LinkCutTests;
import dev.headroom.gateway.metric.GatewayMetrics;
import dev.headroom.gateway.site.SiteTables;
import dev.headroom.gateway.station.StationId;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a charging station open its socket: HTTP Basic authentication with the identity of the path
 * as the user name (OCPP-J 1.6 §6.2), or a client certificate with that name. Answers 401, 403, 429
 * or, before the gateway knows its sites and while it cannot ask, 503.
 */
@ApplicationScoped
public class StationUpgradeCheck implements HttpUpgradeCheck {

  /** The authenticated identity, for the socket that opens. */
  public static final TypedKey<String> STATION = TypedKey.forString("station");

  /** The number of the version of OCPP the socket is to speak; absent if it is to be closed. */
  public static final TypedKey<String> VERSION = TypedKey.forString("ocpp-version");

  private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

  private static final Map<String, List<String>> CHALLENGE =
      Map.of("WWW-Authenticate", List.of("Basic realm=\"ocpp\", charset=\"UTF-8\""));
  private static final Map<String, List<String>> LATER = Map.of("Retry-After", List.of("5"));

  private final Authenticator authenticator;
  private final Presentation credentials;
  private final SubprotocolChoice subprotocols;
  private final SiteTables tables;
  private final LinkCutTests tests;
  private final GatewayMetrics metrics;

  StationUpgradeCheck(
      Authenticator authenticator,
      Presentation credentials,
      SubprotocolChoice subprotocols,
      SiteTables tables,
      LinkCutTests tests,
      GatewayMetrics metrics) {
    this.authenticator = authenticator;
    this.credentials = credentials;
    this.subprotocols = subprotocols;
    this.tables = tables;
    this.tests = tests;
    this.metrics = metrics;
    for (ForbiddenReason reason : ForbiddenReason.values()) {
      metrics.mayForbid(reason.word());
    }
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    if (!tables.ready()) {
      return Uni.createFrom().item(answer(new Verdict.Unavailable()));
    }
    HttpServerRequest request = context.httpRequest();
    String station = identity(request.path()).orElse("");
    context.userData().put(STATION, station);
    Presented presented = credentials.of(request, station);
    Context connection = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(() -> authenticator.judge(presented, Instant.now()))
        .emitOn(answer -> connection.runOnContext(ignored -> answer.run()))
        .chain(
            verdict ->
                verdict instanceof Verdict.Welcome && tests.keepsOut(station, Instant.now())
                    ? Uni.createFrom().item(answer(new Verdict.Unavailable()))
                    : verdict instanceof Verdict.Welcome
                        ? agree(context, station, connection)
                        : Uni.createFrom().item(answer(verdict)));
  }

  /**
   * Leaves the agreed subprotocol alone in the request: the server would take the first of the
   * station's that it knows. Without one the handshake completes and the socket closes, as OCPP-J
   * wants it (1.6 §3.1.2).
   */
  private Uni<CheckResult> agree(HttpUpgradeContext context, String station, Context connection) {
    HttpServerRequest request = context.httpRequest();
    List<String> offered = request.headers().getAll(SUBPROTOCOL);
    return Uni.createFrom()
        .completionStage(() -> subprotocols.choose(station, offered))
        .emitOn(answer -> connection.runOnContext(ignored -> answer.run()))
        .map(
            chosen -> {
              chosen.ifPresent(
                  version -> {
                    context.userData().put(VERSION, version.number());
                    if (!offered.isEmpty()) {
                      request.headers().set(SUBPROTOCOL, version.subprotocol());
                    }
                  });
              return answer(new Verdict.Welcome());
            });
  }

  /** The last part of the path, percent-decoded; empty if no station can be called that. */
  static Optional<String> identity(String path) {
    try {
      String decoded = URI.create("/" + path.substring(path.lastIndexOf('/') + 1)).getPath();
      return StationId.of(decoded.substring(1));
    } catch (IllegalArgumentException undecodable) {
      return Optional.empty();
    }
  }

  private CheckResult answer(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Welcome welcome -> CheckResult.permitUpgradeSync();
      case Verdict.Unauthorized unauthorized -> {
        metrics.unauthorized();
        yield CheckResult.rejectUpgradeSync(401, CHALLENGE);
      }
      case Verdict.Forbidden(ForbiddenReason reason) -> {
        metrics.forbidden(reason.word());
        yield CheckResult.rejectUpgradeSync(403);
      }
      case Verdict.TooManyAttempts attempts -> {
        metrics.throttled();
        yield CheckResult.rejectUpgradeSync(429, LATER);
      }
      case Verdict.Unavailable unavailable -> CheckResult.rejectUpgradeSync(503, LATER);
    };
  }
}
