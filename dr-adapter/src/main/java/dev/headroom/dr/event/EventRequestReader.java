package dev.headroom.dr.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.site.Names;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads {@code POST /api/v1/events}; everything wrong is told at once. */
public final class EventRequestReader {

  /** The longest event; a programme's are hours. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /** The furthest start ahead. */
  public static final Duration FURTHEST = Duration.ofDays(366);

  /** Most sites in one event. */
  public static final int MOST_SITES = 10_000;

  private static final Set<String> FIELDS =
      new LinkedHashSet<>(
          List.of("sites", "start", "duration", "watts", "amperes", "mayPause", "id"));
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9._]{0,63}");
  private static final BigDecimal MOST_WATTS = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MOST_AMPERES = BigDecimal.valueOf(20_000);

  /** Bounded before any arithmetic: 1e-999999999 is twelve bytes and a gigabyte. */
  private static final int MOST_DECIMALS = 30;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EventRequestReader() {}

  /** Times are cut to milliseconds; amperes are rounded down. */
  public static EventRequest read(byte[] body, Instant now) {
    JsonNode parsed;
    try {
      parsed = JSON.readTree(body);
    } catch (JsonProcessingException malformed) {
      String where = malformed.getOriginalMessage().lines().findFirst().orElse("");
      return refused("the body is not JSON: " + where);
    } catch (IOException impossible) {
      return refused("the body cannot be read: " + impossible.getMessage());
    }
    return parsed instanceof ObjectNode node
        ? read(new RequestFields(node), now.truncatedTo(ChronoUnit.MILLIS))
        : refused("the body must be an object");
  }

  private static EventRequest.Refused refused(String why) {
    return new EventRequest.Refused(List.of(new Fault("", why)));
  }

  private static EventRequest read(RequestFields fields, Instant now) {
    fields.refuseOthersThan(FIELDS);
    SortedSet<String> sites = sites(fields);
    Optional<Instant> start = start(fields, now);
    Optional<Duration> duration = duration(fields);
    Optional<CeilingValue> value = value(fields);
    boolean mayPause = fields.flag("mayPause").orElse(false);
    String id = id(fields);
    Optional<Instant> end = start.flatMap(from -> duration.map(from::plus));
    end.filter(it -> !it.isAfter(now))
        .ifPresent(it -> fields.refuse("start", "the event would be over already, at " + it));
    if (!fields.faults().isEmpty() || end.isEmpty() || value.isEmpty()) {
      return new EventRequest.Refused(fields.faults());
    }
    CeilingInterval interval = new CeilingInterval(start.get(), end.get(), value.get());
    return new EventRequest.Read(
        new DrEvent(id, sites, interval, mayPause, now, Optional.empty()), !fields.has("start"));
  }

  private static SortedSet<String> sites(RequestFields fields) {
    SortedSet<String> sites = new TreeSet<>();
    Optional<JsonNode> array = fields.array("sites");
    if (array.isPresent() && array.get().size() > MOST_SITES) {
      fields.refuse("sites", "must be at most " + MOST_SITES);
      return sites;
    }
    array.ifPresent(
        names -> {
          for (int index = 0; index < names.size(); index++) {
            site(fields, "sites[" + index + "]", names.get(index)).ifPresent(sites::add);
          }
        });
    boolean missing = !fields.has("sites") || array.filter(JsonNode::isEmpty).isPresent();
    if (missing) {
      fields.refuse("sites", "must name one site or more");
    }
    return sites;
  }

  private static Optional<String> site(RequestFields fields, String field, JsonNode name) {
    if (!name.isTextual()) {
      fields.refuse(field, "must be a string");
      return Optional.empty();
    }
    try {
      return Optional.of(Names.check("site", name.asText()));
    } catch (IllegalArgumentException illegal) {
      fields.refuse(field, String.valueOf(illegal.getMessage()));
      return Optional.empty();
    }
  }

  /** Empty only if it was refused. */
  private static Optional<Instant> start(RequestFields fields, Instant now) {
    if (!fields.has("start")) {
      return Optional.of(now);
    }
    return fields
        .parsed(
            "start",
            "an instant such as 2026-07-01T18:00:00Z",
            text -> OffsetDateTime.parse(text).toInstant())
        .map(start -> start.truncatedTo(ChronoUnit.MILLIS))
        .filter(start -> isNear(fields, start, now));
  }

  private static boolean isNear(RequestFields fields, Instant start, Instant now) {
    if (start.isAfter(now.plus(FURTHEST))) {
      fields.refuse("start", "must be within " + FURTHEST.toDays() + " days");
      return false;
    }
    if (start.isBefore(now.minus(LONGEST))) {
      fields.refuse("start", "must not be more than " + LONGEST.toDays() + " days ago");
      return false;
    }
    return true;
  }

  private static Optional<Duration> duration(RequestFields fields) {
    if (!fields.has("duration")) {
      fields.refuse("duration", "is missing; PT2H is two hours");
    }
    return fields
        .parsed("duration", "an ISO 8601 duration such as PT2H", Duration::parse)
        .map(length -> length.truncatedTo(ChronoUnit.MILLIS))
        .filter(
            length -> {
              boolean fits = length.isPositive() && length.compareTo(LONGEST) <= 0;
              if (!fits) {
                fields.refuse(
                    "duration", "must be above 0 and at most " + LONGEST.toDays() + " days");
              }
              return fits;
            });
  }

  private static Optional<CeilingValue> value(RequestFields fields) {
    if (fields.has("watts") == fields.has("amperes")) {
      fields.refuse("watts", "an event has either watts or amperes");
      return Optional.empty();
    }
    Optional<BigDecimal> watts = inRange(fields, "watts", MOST_WATTS);
    Optional<BigDecimal> amperes = inRange(fields, "amperes", MOST_AMPERES);
    return watts
        .<CeilingValue>map(it -> new CeilingValue.Watts(whole(it)))
        .or(() -> amperes.map(it -> new CeilingValue.Amperes(whole(it.movePointRight(3)))));
  }

  /** Down: a ceiling is never higher than it was said to be. */
  private static int whole(BigDecimal value) {
    return value.setScale(0, RoundingMode.FLOOR).intValueExact();
  }

  private static Optional<BigDecimal> inRange(RequestFields fields, String field, BigDecimal most) {
    return fields
        .number(field)
        .filter(
            value -> {
              boolean fits =
                  value.signum() >= 0
                      && value.compareTo(most) <= 0
                      && value.scale() <= MOST_DECIMALS;
              if (!fits) {
                fields.refuse(field, "must be from 0 to " + most.toPlainString());
              }
              return fits;
            });
  }

  private static String id(RequestFields fields) {
    Optional<String> id = fields.text("id");
    if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      fields.refuse("id", "must be 1 to 64 letters, digits, '-', '.' or '_'");
    }
    return id.orElseGet(() -> UUID.randomUUID().toString());
  }
}
