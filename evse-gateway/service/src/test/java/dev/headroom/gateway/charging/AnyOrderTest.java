package dev.headroom.gateway.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.session.OpenTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** However what is heard of a session is repeated and reordered, its record is the same. */
class AnyOrderTest {

  private static final long SEEDS = 500;
  private static final ChargingKey KEY = new ChargingKey("CP-1", "7");
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Place PLACE = new Place("site-1", "bay-1", Optional.of("flat-3"), 22_000);

  @Test
  void theRecordIsTheSame() {
    LongStream.range(0, SEEDS).forEach(AnyOrderTest::repeatAndReorder);
  }

  @Test
  void aSessionThatWasGivenTwoIdsIsOne() {
    LongStream.range(0, SEEDS).forEach(AnyOrderTest::tellUnderTwoIds);
  }

  private static void repeatAndReorder(long seed) {
    Random random = new Random(seed);
    List<Consumer<ChargingRecord>> heard = session(random);
    ChargingSessionView inOrder = ChargingSessionView.of(record(heard));

    List<Consumer<ChargingRecord>> again = new ArrayList<>(heard);
    for (int i = random.nextInt(20); i > 0; i--) {
      again.add(heard.get(random.nextInt(heard.size())));
    }
    Collections.shuffle(again, random);

    assertThat(ChargingSessionView.of(record(again))).as("seed %d", seed).isEqualTo(inOrder);
    assertThat(inOrder.energyWh().orElse(0L)).isBetween(0L, 60_000L);
  }

  private static void tellUnderTwoIds(long seed) {
    Random random = new Random(seed);
    List<Consumer<ChargingRecord>> heard = session(random);
    Consumer<ChargingRecord> start = heard.getFirst();
    List<Consumer<ChargingRecord>> first = new ArrayList<>(List.of(start));
    List<Consumer<ChargingRecord>> second = new ArrayList<>(List.of(start));
    heard.forEach(one -> (random.nextBoolean() ? first : second).add(one));
    Collections.shuffle(first, random);
    Collections.shuffle(second, random);

    ChargingRecord kept = record(first);
    ChargingRecord other = record(second);
    assertThat(kept.beganLike(other)).isTrue();
    kept.join(other);

    assertThat(ChargingSessionView.of(kept))
        .as("seed %d", seed)
        .isEqualTo(ChargingSessionView.of(record(heard)));
  }

  private static ChargingRecord record(List<Consumer<ChargingRecord>> heard) {
    ChargingRecord charging = ChargingRecord.of(KEY, START.plusSeconds(90_000));
    heard.forEach(one -> one.accept(charging));
    return charging;
  }

  /** The start, a register every minute or so with some nonsense and resets, perhaps an end. */
  private static List<Consumer<ChargingRecord>> session(Random random) {
    List<Consumer<ChargingRecord>> heard = new ArrayList<>();
    OptionalLong meterStart =
        random.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of(100_000);
    OpenTransaction transaction =
        new OpenTransaction(
            KEY.transactionId(), 1, Optional.of("tag"), meterStart, START, START.plusSeconds(1));
    heard.add(charging -> charging.begun(PLACE, transaction, "1.6"));
    long register = 100_000;
    Instant at = START;
    for (int i = random.nextInt(120); i > 0; i--) {
      at = at.plusMillis(random.nextInt(20_000, 100_000));
      register = random.nextInt(60) == 0 ? 0 : register + random.nextInt(300);
      long shown = random.nextInt(30) == 0 ? random.nextLong() : register;
      RegisterRead read = new RegisterRead(at, shown);
      heard.add(charging -> charging.read(Optional.of(PLACE), read));
    }
    if (random.nextBoolean()) {
      Ending superseded =
          new Ending(OptionalLong.empty(), Optional.empty(), at, Optional.of("Superseded"));
      heard.add(charging -> charging.ended(superseded));
    }
    if (random.nextInt(4) > 0) {
      Instant stopped = at.plusSeconds(5);
      Ending stop =
          new Ending(
              OptionalLong.of(register),
              Optional.of(stopped),
              stopped.plusSeconds(1),
              Optional.of("EVDisconnected"));
      Ending again =
          new Ending(
              stop.meterStopWattHours(),
              stop.chargerTime(),
              stopped.plusSeconds(600),
              stop.reason());
      heard.add(charging -> charging.ended(stop));
      heard.add(charging -> charging.ended(again));
    }
    return heard;
  }
}
