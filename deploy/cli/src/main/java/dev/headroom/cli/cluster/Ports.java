package dev.headroom.cli.cluster;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.machine.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where a cluster listens, on the loopback interface. HTTP ports count up from the base, CoAP ports
 * shift with it; broker and database take their usual port or the next free one.
 */
public record Ports(
    int allocator,
    int gateway,
    int dr,
    int ingest,
    int coaps,
    Optional<Integer> coap,
    int kafka,
    int postgres) {

  public static final int DEFAULT_BASE = 8080;
  private static final int LAST = 65535;
  private static final int COAPS = 5684;
  private static final int COAP = 5683;
  private static final int KAFKA = 9092;
  private static final int POSTGRES = 5432;

  /**
   * The ports of a base, all free by {@code free}.
   *
   * @throws CannotStart naming every port that is taken, who wants it, and a base that would do
   */
  public static Ports of(int base, boolean plainCoap, Predicate<Port> free) {
    List<Port> fixed = fixed(base, plainCoap);
    List<Port> taken = fixed.stream().filter(free.negate()).toList();
    if (!taken.isEmpty()) {
      throw new CannotStart(complaint(taken, base, plainCoap, free));
    }
    Set<Integer> reserved = new HashSet<>();
    fixed.forEach(port -> reserved.add(port.number()));
    int kafka = next("Kafka", KAFKA, reserved, free);
    reserved.add(kafka);
    int postgres = next("PostgreSQL", POSTGRES, reserved, free);
    int shift = base - DEFAULT_BASE;
    return new Ports(
        base,
        base + 1,
        base + 2,
        base + 3,
        COAPS + shift,
        plainCoap ? Optional.of(COAP + shift) : Optional.empty(),
        kafka,
        postgres);
  }

  /** Where the simulated world can be looked at and stirred. */
  public int control() {
    return allocator + 4;
  }

  /**
   * Passes a base that leaves room for every port that goes by it.
   *
   * @throws CannotStart saying where bases lie
   */
  public static void requireBase(int base) {
    int lowest = DEFAULT_BASE - COAP + 1024;
    if (base < lowest || base + 4 > LAST) {
      throw new CannotStart(
          "--port-base lies from %d to %d, not %d".formatted(lowest, LAST - 4, base));
    }
  }

  private static List<Port> fixed(int base, boolean plainCoap) {
    requireBase(base);
    int shift = base - DEFAULT_BASE;
    var ports = new ArrayList<Port>();
    ports.add(Port.tcp("allocator", base));
    ports.add(Port.tcp("evse-gateway", base + 1));
    ports.add(Port.tcp("dr-adapter", base + 2));
    ports.add(Port.tcp("meter-ingest", base + 3));
    ports.add(Port.tcp("simulator", base + 4));
    ports.add(Port.udp("meter-ingest, coaps", COAPS + shift));
    if (plainCoap) {
      ports.add(Port.udp("meter-ingest, coap", COAP + shift));
    }
    return ports;
  }

  private static String complaint(
      List<Port> taken, int base, boolean plainCoap, Predicate<Port> free) {
    var names = String.join(", ", taken.stream().map(Port::toString).toList());
    var remedy =
        IntStream.rangeClosed(1, 20)
            .map(step -> base + 100 * step)
            .filter(other -> other + 4 <= LAST)
            .filter(other -> fixed(other, plainCoap).stream().allMatch(free))
            .mapToObj(other -> "try --port-base " + other)
            .findFirst()
            .orElse("choose others with --port-base");
    return "taken: " + names + ". Stop what listens there, or " + remedy + ".";
  }

  private static int next(String who, int from, Set<Integer> reserved, Predicate<Port> free) {
    return IntStream.rangeClosed(from, from + 1000)
        .filter(number -> !reserved.contains(number) && free.test(Port.tcp(who, number)))
        .findFirst()
        .orElseThrow(() -> new CannotStart("no free port for " + who + " above " + from));
  }
}
