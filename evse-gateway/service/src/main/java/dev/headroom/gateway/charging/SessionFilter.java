package dev.headroom.gateway.charging;

import dev.headroom.gateway.problem.Refused;
import dev.headroom.web.policy.SitePattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which sessions are asked for: those of a site, tenant, EVSE or station that began in a half-open
 * interval.
 *
 * @param conditions HQL over {@code it}, by the name of their parameter
 * @param parameters their values, by the same names
 */
record SessionFilter(Map<String, String> conditions, Map<String, Object> parameters) {

  private static final Map<String, String> CONDITIONS =
      Map.of(
          "site", "it.site = :site",
          "tenant", "it.tenant = :tenant",
          "evse", "it.evse = :evse",
          "station", "it.stationId = :station",
          "from", "it.startedAt >= :from",
          "to", "it.startedAt < :to");

  /**
   * @param query the request's parameters, each once
   * @param besides names that mean something else to the caller
   */
  static SessionFilter of(Map<String, List<String>> query, Set<String> besides) {
    Map<String, String> conditions = new LinkedHashMap<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    query.forEach(
        (name, values) -> {
          String value = single(name, values);
          String condition = CONDITIONS.get(name);
          if (condition != null) {
            conditions.put(name, condition);
            parameters.put(name, isTime(name) ? time(name, value) : value);
          } else if (!besides.contains(name)) {
            throw Refused.badRequest(
                "'%s' is no parameter here; there are %s"
                    .formatted(
                        name,
                        Stream.concat(CONDITIONS.keySet().stream(), besides.stream())
                            .sorted()
                            .collect(Collectors.joining(", "))));
          }
        });
    if (parameters.get("from") instanceof Instant from
        && parameters.get("to") instanceof Instant to
        && to.isBefore(from)) {
      throw Refused.badRequest("'to' lies before 'from': " + to + " before " + from);
    }
    return new SessionFilter(conditions, parameters);
  }

  /** Those of these that come after a session in the order of the list, the newest first. */
  SessionFilter after(Cursor cursor) {
    Map<String, String> more = new LinkedHashMap<>(conditions);
    Map<String, Object> values = new LinkedHashMap<>(parameters);
    more.put(
        "cursor",
        "(it.startedAt < :afterStart or it.startedAt = :afterStart and (it.stationId >"
            + " :afterStation or it.stationId = :afterStation and it.transactionId > :afterId))");
    values.put("afterStart", cursor.startedAt());
    values.put("afterStation", cursor.stationId());
    values.put("afterId", cursor.transactionId());
    return new SessionFilter(more, values);
  }

  /** The site asked for, if it is one. */
  Optional<String> site() {
    return Optional.ofNullable((String) parameters.get("site"));
  }

  /** Those of these at sites of any of these patterns. */
  SessionFilter within(Set<SitePattern> sites) {
    if (sites.contains(SitePattern.EVERY)) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(conditions);
    Map<String, Object> values = new LinkedHashMap<>(parameters);
    List<String> any = new ArrayList<>();
    for (SitePattern pattern : sites) {
      String name = "granted" + any.size();
      any.add("it.site like :" + name);
      values.put(name, pattern.like());
    }
    more.put("granted", any.isEmpty() ? "false" : "(" + String.join(" or ", any) + ")");
    return new SessionFilter(more, values);
  }

  /** A where clause; what is kept under another id, or of a site not known yet, is not shown. */
  String where() {
    return Stream.concat(
            Stream.of("it.sameAs is null", "it.site is not null"), conditions.values().stream())
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  private static String single(String name, List<String> values) {
    if (values.size() != 1) {
      throw Refused.badRequest("'" + name + "' is given " + values.size() + " times");
    }
    return Optional.of(values.getFirst())
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> Refused.badRequest("'" + name + "' is empty"));
  }

  private static boolean isTime(String name) {
    return name.equals("from") || name.equals("to");
  }

  private static Instant time(String name, String value) {
    try {
      // A plus that was not escaped arrives as a space.
      return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    } catch (DateTimeException noTime) {
      throw Refused.badRequest(
          "'%s' is a time with its offset from UTC, such as 2026-11-01T00:00:00Z, not '%s'"
              .formatted(name, value));
    }
  }
}
