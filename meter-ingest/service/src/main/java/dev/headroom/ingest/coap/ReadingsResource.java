package dev.headroom.ingest.coap;

import dev.headroom.ingest.publish.ReadingIntake;
import dev.headroom.ingest.reading.MeterIdentity;
import dev.headroom.ingest.reading.Outcome;
import dev.headroom.ingest.reading.Refusal;
import dev.headroom.ingest.reading.RefusedReading;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/**
 * {@code POST /readings}: one pack of SenML JSON. Answered when the broker has; quickly with the
 * acknowledgement of the request, else apart from it. No thread waits.
 */
final class ReadingsResource extends CoapResource {

  private final ReadingIntake intake;
  private final Predicate<MeterIdentity> known;
  private final Consumer<Outcome> outcomes;
  private final ScheduledExecutorService timer;
  private final Duration acknowledgeAfter;

  /** What decides over and hears of the packs of one listener. */
  record Parts(
      ReadingIntake intake,
      Predicate<MeterIdentity> known,
      Consumer<Outcome> outcomes,
      ScheduledExecutorService timer,
      Duration acknowledgeAfter) {}

  ReadingsResource(Parts parts) {
    super("readings");
    intake = parts.intake;
    known = parts.known;
    outcomes = parts.outcomes;
    timer = parts.timer;
    acknowledgeAfter = parts.acknowledgeAfter;
    getAttributes().addContentType(MediaTypeRegistry.APPLICATION_SENML_JSON);
  }

  /** Whatever the path goes on with, {@link Sender} reads it. */
  @Override
  public Resource getChild(String name) {
    return this;
  }

  @Override
  public void handlePOST(CoapExchange exchange) {
    Request request = exchange.advanced().getRequest();
    int room =
        Sender.isAuthenticated(request) ? Integer.MAX_VALUE : exchange.getRequestPayloadSize();
    CompletionStage<Outcome> outcome = outcomeOf(request);
    Future<?> acknowledgement =
        timer.schedule(exchange::accept, acknowledgeAfter.toMillis(), TimeUnit.MILLISECONDS);
    outcome.whenComplete(
        (done, never) -> {
          acknowledgement.cancel(false);
          outcomes.accept(done);
          exchange.respond(Answer.to(done).response(room));
        });
  }

  private CompletionStage<Outcome> outcomeOf(Request request) {
    try {
      MeterIdentity identity = Sender.of(request);
      if (Sender.isAuthenticated(request) && !known.test(identity)) {
        throw new RefusedReading(Refusal.UNKNOWN_METER, identity + " has no key any more");
      }
      if (!request.getOptions().isContentFormat(MediaTypeRegistry.APPLICATION_SENML_JSON)) {
        throw new RefusedReading(
            Refusal.CONTENT_FORMAT, "content format 110, application/senml+json, is read");
      }
      if (request.getPayloadSize() > CoapSettings.LARGEST_BODY_BYTES) {
        throw new RefusedReading(
            Refusal.TOO_LARGE, "more than " + CoapSettings.LARGEST_BODY_BYTES + " bytes");
      }
      return intake.accept(identity, request.getPayload());
    } catch (RefusedReading refused) {
      return CompletableFuture.completedFuture(refused.outcome());
    }
  }
}
