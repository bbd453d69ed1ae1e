package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.form.FlagKey;
import dev.headroom.contract.form.MappingKey;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.OpenKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.electrical.Phase;
import java.util.Arrays;
import java.util.Optional;

/** The keys of each of {@code spec.circuits}. */
final class CircuitKeys {

  static final TextKey NAME = SiteKeys.name("circuit", "Its name, unique on the site.");

  static final TextKey PARENT =
      TextKey.any("parent", "service", "The circuit that feeds it; the service entrance has none.");

  static final NumberKey BREAKER =
      NumberKey.amps("breakerAmps", "200", "Its breaker's nameplate")
          .within(1, 10_000_000)
          .mandatory();

  static final NumberKey FACTOR =
      NumberKey.decimal(
              "continuousFactor",
              3,
              "0.8",
              "The part of it that may flow for hours; 1.0 for a 100 %-rated breaker.")
          .within(1, 1000)
          .or(800);

  static final OpenKey PHASES =
      new OpenKey("phases", "[L1, L2]", "Its lines; all of the supply unless given.", phases());

  static final FlagKey NEUTRAL =
      new FlagKey(
          "neutral",
          "Whether it has a neutral, so that EVSEs may hang between it and a line; as the supply"
              + " unless given.",
          Optional.empty());

  static final NumberKey NEUTRAL_AMPS =
      NumberKey.amps(
              "neutralAmps",
              "200",
              "What its neutral may carry, where it is thinner than its load could need")
          .within(1, 10_000_000);

  static final TextKey METER_NAME =
      SiteKeys.name("meter", "Its name, unique on the site: readings arrive under it.");

  static final NumberKey ACCURACY =
      NumberKey.decimal(
              "accuracyPercent", 1, "1", "Its accuracy class: largest error, % of a reading.")
          .within(0, 200)
          .mandatory();

  static final MappingKey METER =
      new MappingKey(
          "meter",
          false,
          "{name: main, accuracyPercent: 1}",
          "The CT meter that measures everything this circuit carries.",
          Shape.of(METER_NAME, ACCURACY));

  static final OpenKey WORST_BASE =
      new OpenKey(
          "worstCaseBaseAmps",
          "80",
          "The most that load other than EVSEs can draw here, A on every phase or on each: a year's"
              + " highest 15-min demand plus the largest step. Mandatory at the service entrance"
              + " and with a meter.",
          worstBase());

  static final NumberKey LARGEST_STEP =
      NumberKey.amps(
          "largestBaseStepAmps",
          "30",
          "The largest of that load that may switch on at once, on one phase");

  static final NumberKey RISE_WITHIN_TTL =
      NumberKey.amps(
          "baseRiseWithinTtlAmps",
          "40",
          "The most that load can rise while chargers still follow their last limits, on one"
              + " phase");

  static final Shape SHAPE =
      Shape.of(
          NAME,
          PARENT,
          BREAKER,
          FACTOR,
          PHASES,
          NEUTRAL,
          NEUTRAL_AMPS,
          TransformerKeys.TRANSFORMER,
          METER,
          WORST_BASE,
          LARGEST_STEP,
          RISE_WITHIN_TTL);

  private CircuitKeys() {}

  /** The base load as one number for every phase. */
  static NumberKey baseOnAll() {
    return NumberKey.amps("worstCaseBaseAmps", "80", "On every phase");
  }

  /** The base load on one phase of several. */
  static NumberKey baseOn(Phase phase) {
    return NumberKey.amps(phase.name(), "80", "On this phase").mandatory();
  }

  private static ObjectNode phases() {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
    ArrayNode names = list.putObject("items").putArray("enum");
    Arrays.stream(Phase.values()).map(Phase::name).forEach(names::add);
    return list.put("minItems", 1).put("uniqueItems", true);
  }

  private static ObjectNode worstBase() {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    ArrayNode forms = either.putArray("oneOf").add(baseOnAll().schema());
    ObjectNode each = forms.addObject().put("type", "object").put("minProperties", 1);
    each.put("additionalProperties", false);
    ObjectNode onPhases = each.putObject("properties");
    Arrays.stream(Phase.values())
        .forEach(phase -> onPhases.set(phase.name(), baseOn(phase).schema()));
    return either;
  }
}
