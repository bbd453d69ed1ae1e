package dev.headroom.trial.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.trial.process.Await;
import dev.headroom.trial.process.Machines;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {

  private static final List<String> IDS = List.of("a", "b", "c", "d", "e");

  @Test
  void connectsSamplesAndComesBackWhenItIsCut() throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    int port = Machines.freePort();
    BareServer.deploy(vertx, port).toCompletionStage().toCompletableFuture().join();
    try (Fleet<Echoed> fleet = new Fleet<>(port, IDS, "password", Echoed::new)) {
      long begun = System.nanoTime();
      fleet.connect();
      Await.until("all are there", () -> fleet.readySince(begun) == IDS.size());
      fleet.rate(1000);
      Await.until("each has sampled", () -> fleet.sampled() >= 20);
      fleet.rate(0);
      assertThat(fleet.takeAnswers().size()).isPositive();
      long cut = System.nanoTime();
      fleet.cut();
      Await.until("all are back", () -> fleet.readySince(cut) == IDS.size());
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
