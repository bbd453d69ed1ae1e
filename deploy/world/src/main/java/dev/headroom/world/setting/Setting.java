package dev.headroom.world.setting;

import dev.headroom.actors.load.SeededShape;
import dev.headroom.actors.site.BaseLoads;
import dev.headroom.actors.vehicle.MixedVisits;
import dev.headroom.actors.vehicle.SeededVisits;
import dev.headroom.actors.vehicle.Visits;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.world.chance.Chances;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a run begins with.
 *
 * @param other another definition of the same physical site, for a while
 * @param meterPeriod how often meters speak
 * @param profileTtl of live profiles
 * @param versions what each station speaks, by its id
 * @param life what vehicles and building are like
 */
public record Setting(
    long seed,
    Duration length,
    Site site,
    Site other,
    Duration meterPeriod,
    Duration profileTtl,
    Map<String, OcppVersion> versions,
    Life life) {

  /** What comes to a site, and what its building does. */
  public enum Life {
    /** Vehicles come and go quickly; both are alike at every site. */
    LIVELY,
    /** Vehicles unlike one another; the building keeps strictly to what is declared of it. */
    MIXED,
    /** The same, as days are: for hours nobody is there. */
    DAYS
  }

  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** So often another site is drawn until one is fit: far more often than it ever takes. */
  private static final int MOST_DRAWS = 1000;

  private static final int FIRST_WITHIN_SECONDS = 300;
  private static final Duration NIGHT = Duration.ofHours(7);
  private static final int ONE_IN_SLOW_METERS = 4;

  /** Of the sites that live through days three in four are small, so that many can. */
  private static final int ONE_IN_ANY_SIZE = 4;

  private static final int SMALL_EVSES = 4;
  private static final int[] TTL_SECONDS = {60, 120, 600};

  /** A lively one. */
  public Setting(
      long seed,
      Duration length,
      Site site,
      Site other,
      Duration meterPeriod,
      Duration profileTtl,
      Map<String, OcppVersion> versions) {
    this(seed, length, site, other, meterPeriod, profileTtl, versions, Life.LIVELY);
  }

  /** A garage with vehicles that come and go quickly. */
  public static Setting of(long seed, Duration length) {
    return Garage.setting(seed, length, new Chances(seed).of("setting"));
  }

  /** A site of any kind, with whatever may come to it. */
  public static Setting varied(long seed, Duration length) {
    return varied(seed, length, Life.MIXED);
  }

  /** A site of any kind through its days and nights. */
  public static Setting days(long seed, Duration length) {
    return varied(seed, length, Life.DAYS);
  }

  private static Setting varied(long seed, Duration length, Life life) {
    SplittableRandom random = new Chances(seed).of("setting");
    SiteKind kind = SiteKind.values()[random.nextInt(SiteKind.values().length)];
    int most = life == Life.DAYS ? mostOfDays(random) : Integer.MAX_VALUE;
    Site site = Controls.capped(fit(kind, most, random), random);
    Map<String, OcppVersion> versions = new HashMap<>();
    site.evses().forEach(evse -> versions.put(evse.address().stationId(), OcppVersion.OCPP_1_6));
    return new Setting(
        seed,
        length,
        site,
        OtherSite.of(site, random),
        Duration.ofSeconds(random.nextInt(ONE_IN_SLOW_METERS) == 0 ? 2 : 1),
        Duration.ofSeconds(TTL_SECONDS[random.nextInt(TTL_SECONDS.length)]),
        Map.copyOf(versions),
        life);
  }

  private static int mostOfDays(SplittableRandom random) {
    return random.nextInt(ONE_IN_ANY_SIZE) == 0 ? Integer.MAX_VALUE : SMALL_EVSES;
  }

  private static Site fit(SiteKind kind, int mostEvses, SplittableRandom random) {
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      Site site = kind.draw(random, Controls.draw(random));
      if (site.evses().size() <= mostEvses && Fit.isFit(site)) {
        return site;
      }
    }
    throw new IllegalStateException("no site of kind " + kind + " is fit");
  }

  private boolean isLively() {
    return life == Life.LIVELY;
  }

  public Chances chances() {
    return new Chances(seed);
  }

  /** A building load that wanders so that a declared step on top of it keeps to the worst case. */
  public BaseLoads loads() {
    return (circuit, worst) -> {
      long own = seed * 31 + circuit.name().hashCode();
      PerPhase atMost = besideStep(worst, circuit);
      return isLively()
          ? new SeededShape(own, atMost, START)
          : Building.wandering(own, atMost, START);
    };
  }

  private static PerPhase besideStep(PerPhase worst, Circuit circuit) {
    int step = circuit.parent().isEmpty() ? declaredStep(circuit) : 0;
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    worst.values().forEach((phase, most) -> values.put(phase, Math.max(0, most - step)));
    return new PerPhase(values);
  }

  private static int declaredStep(Circuit circuit) {
    return circuit.rises().largestStepMilliamps().orElse(0);
  }

  /**
   * What is switched on and off at the service entrance: the declared step, or so much that it
   * stays within it together with the wandering.
   */
  public PerPhase step() {
    Circuit service = site.circuits().getFirst();
    int declared = declaredStep(service);
    return PerPhase.same(service.phases(), isLively() ? declared : Building.step(declared));
  }

  /** Who comes to each EVSE, in their order; the first hour is day. */
  public Map<Evse, Visits> visits() {
    SplittableRandom random = chances().of("vehicles");
    Duration day = Duration.ofMinutes(isLively() ? 0 : random.nextLong(60, 17 * 60));
    MixedVisits.Night night = new MixedVisits.Night(START.plus(day), NIGHT);
    Map<Evse, Visits> visits = new LinkedHashMap<>();
    for (Evse evse : site.evses()) {
      long own = random.nextLong();
      Instant first = START.plusSeconds(random.nextInt(30, FIRST_WITHIN_SECONDS));
      visits.put(
          evse,
          switch (life) {
            case LIVELY -> new SeededVisits(own, evse.output(), first);
            case MIXED -> new MixedVisits(own, evse.output(), first, night);
            case DAYS ->
                new MixedVisits(own, evse.output(), first, night, MixedVisits.Stays.OF_DAYS);
          });
    }
    return visits;
  }

  public List<String> meters() {
    return site.circuits().stream()
        .map(Circuit::meter)
        .flatMap(Optional::stream)
        .map(Meter::name)
        .toList();
  }

  public List<String> stations() {
    return site.evses().stream().map(evse -> evse.address().stationId()).distinct().toList();
  }
}
