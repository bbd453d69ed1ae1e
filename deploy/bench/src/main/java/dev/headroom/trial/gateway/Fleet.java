package dev.headroom.trial.gateway;

import dev.headroom.trial.report.Samples;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many chargers that connect to one port from a few addresses of this machine. */
final class Fleet<S extends Speaker> implements AutoCloseable {

  private static final int LOOPS = 2;
  private static final int ADDRESSES = 4;
  private static final long HANDSHAKE_MILLIS = 60_000;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
  private final List<S> speakers;
  private final List<Crew> crews = new ArrayList<>();
  private final Timings answers = new Timings();
  private final Troubles troubles = new Troubles();

  /**
   * Nobody connects yet.
   *
   * @param password everybody's
   */
  Fleet(int port, List<String> ids, String password, Function<Timings, S> speaker) {
    SplittableRandom seeds = new SplittableRandom(1);
    speakers = ids.stream().map(id -> speaker.apply(answers)).toList();
    for (int loop = 0; loop < LOOPS; loop++) {
      List<Crew.Member> members = new ArrayList<>();
      for (int i = loop; i < ids.size(); i += LOOPS) {
        String from = "127.0.0." + (1 + i / LOOPS % ADDRESSES);
        members.add(new Crew.Member(from, to(port, ids.get(i), password), speakers.get(i)));
      }
      Crew crew = new Crew(members, troubles, seeds.split()::nextLong);
      crews.add(crew);
      vertx.deployVerticle(crew).toCompletionStage().toCompletableFuture().join();
    }
  }

  private static WebSocketConnectOptions to(int port, String id, String password) {
    byte[] login = (id + ":" + password).getBytes(StandardCharsets.UTF_8);
    WebSocketConnectOptions to = new WebSocketConnectOptions();
    to.setHost("127.0.0.1").setPort(port).setURI("/ocpp/" + id);
    to.addSubProtocol("ocpp1.6").setTimeout(HANDSHAKE_MILLIS);
    to.putHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    return to;
  }

  List<S> speakers() {
    return speakers;
  }

  void connect() {
    each(Line::connect);
  }

  /** All of them lose their connection at this moment and come back at once. */
  void cut() {
    each(Line::cut);
  }

  /** Does this with each charger, on its event loop. */
  void eachSpeaker(Consumer<S> what) {
    @SuppressWarnings("unchecked") // the lines were made of our speakers
    Consumer<Line> onLine = line -> what.accept((S) line.speaker());
    each(onLine);
  }

  private void each(Consumer<Line> what) {
    crews.forEach(crew -> crew.each(what));
  }

  /** How many have come to have all they need since this moment, and have it. */
  int readySince(long nanos) {
    return readyAfter(nanos).size();
  }

  /** How long after this moment each came to have all it needs, of those that have it. */
  Samples readyAfter(long nanos) {
    Samples samples = new Samples();
    for (S speaker : speakers) {
      if (speaker.ready() instanceof Speaker.Ready.Since(long since) && since - nanos > 0) {
        samples.add(Duration.ofNanos(since - nanos));
      }
    }
    return samples;
  }

  /** So many samples of meters a second from now on, of all chargers by turns. */
  void rate(double perSecond) {
    crews.forEach(crew -> crew.rate(perSecond / crews.size()));
  }

  long sampled() {
    return crews.stream().mapToLong(Crew::sampled).sum();
  }

  /** How long answers to samples took, since this was last asked. */
  Samples takeAnswers() {
    return answers.take();
  }

  /** What went wrong with connections, since this was last asked. */
  Map<String, Integer> takeTroubles() {
    return troubles.take();
  }

  @Override
  public void close() {
    each(Line::leave);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
