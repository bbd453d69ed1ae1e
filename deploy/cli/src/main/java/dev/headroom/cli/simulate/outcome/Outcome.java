package dev.headroom.cli.simulate.outcome;

import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.run.Books;
import dev.headroom.cli.simulate.stays.Stay;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a run came to.
 *
 * @param waited from arrival to the first current, of sessions that wanted energy; who never got
 *     any waited for its whole stay
 * @param paused how long each of these had 0 A while it wanted more
 * @param peakKilowatts the most all EVSEs drew together
 * @param places those that have a limit, the service entrance first
 * @param tenants the energy of each, by name; empty where the site names none
 */
public record Outcome(
    Energy energy,
    Quantiles waited,
    Quantiles paused,
    double peakKilowatts,
    List<PlaceFigure> places,
    Map<String, Energy> tenants) {

  public Outcome {
    places = List.copyOf(places);
    tenants = Collections.unmodifiableMap(new TreeMap<>(tenants));
  }

  /** Adds up what was noted. */
  public static Outcome of(Plant plant, Books books) {
    int[] wanting =
        IntStream.range(0, books.stays().size())
            .filter(stay -> books.stays().get(stay).demandMicrojoules() > 0)
            .toArray();
    return new Outcome(
        Energy.of(books, _ -> true),
        Quantiles.of(of(wanting, books.waitedMillis())),
        Quantiles.of(of(wanting, books.pausedMillis())),
        books.peakMilliwatts() / 1e6,
        places(plant, books),
        tenants(plant, books));
  }

  private static long[] of(int[] stays, long[] millis) {
    return IntStream.of(stays).mapToLong(stay -> millis[stay]).toArray();
  }

  private static List<PlaceFigure> places(Plant plant, Books books) {
    return IntStream.range(0, plant.limits().length)
        .filter(plant::isLimited)
        .mapToObj(
            bound ->
                new PlaceFigure(
                    plant.places().get(bound),
                    plant.limits()[bound],
                    books.largest()[bound],
                    Duration.ofMillis(books.exceededMillis()[bound])))
        .toList();
  }

  private static Map<String, Energy> tenants(Plant plant, Books books) {
    Map<String, Energy> tenants = new TreeMap<>();
    for (var evse : plant.site().evses()) {
      evse.tenant()
          .ifPresent(
              name ->
                  tenants.computeIfAbsent(
                      name, _ -> Energy.of(books, stay -> belongsTo(name, plant, stay))));
    }
    return tenants;
  }

  private static boolean belongsTo(String tenant, Plant plant, Stay stay) {
    return plant.site().evses().get(stay.port()).tenant().filter(tenant::equals).isPresent();
  }

  /** The place that came closest to its limit, or went furthest beyond. */
  public PlaceFigure tightest() {
    return places.stream().max(Comparator.comparingDouble(PlaceFigure::percent)).orElseThrow();
  }

  /** How many places carried more than their limits. */
  public long exceeded() {
    return places.stream().filter(place -> !place.exceeded().isZero()).count();
  }
}
