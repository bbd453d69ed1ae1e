package dev.headroom.bench;

import dev.headroom.core.network.Network;
import dev.headroom.core.share.Allocator;
import dev.headroom.core.share.NaiveAllocator;
import dev.headroom.core.share.Shares;
import dev.headroom.core.share.WaterFilling;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One garage shared once, by each allocator; every time another of several questions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Sharing {

  private static final int LOOKS = 16;

  @Param({"10", "54", "100", "200", "1000"})
  public int ports = 100;

  @Param public Garage garage = Garage.THREE_PHASE;

  /** The service's room in hundredths of what all ports could load it with. */
  @Param({"100", "30", "10"})
  public int rootPercent = 30;

  private List<Look> looks = List.of();
  private int next;
  private Allocator fast = (_, _) -> new Shares(new int[0], new int[0]);
  private Allocator naive = fast;
  private Floor floor = new Floor(new Network(0, List.of(), List.of()));

  @Setup
  public void build() {
    Network network = garage.network(ports);
    looks = Look.several(LOOKS, network, rootPercent);
    fast = new WaterFilling(network);
    naive = new NaiveAllocator(network);
    floor = new Floor(network);
  }

  @Benchmark
  public Shares fast() {
    Look look = look();
    return fast.share(look.claims(), look.room());
  }

  @Benchmark
  public Shares naive() {
    Look look = look();
    return naive.share(look.claims(), look.room());
  }

  @Benchmark
  public double floor() {
    return floor.read(look());
  }

  private Look look() {
    next = (next + 1) % LOOKS;
    return looks.get(next);
  }
}
