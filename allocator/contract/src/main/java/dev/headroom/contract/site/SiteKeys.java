package dev.headroom.contract.site;

import dev.headroom.contract.form.ListKey;
import dev.headroom.contract.form.MappingKey;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.site.Names;
import java.util.Arrays;
import java.util.List;

/** The keys of a site file, from the document down to its lists. */
final class SiteKeys {

  static final TextKey API_VERSION =
      TextKey.among(
          "apiVersion", "headroom.dev/v1", "The version of this form.", List.of("headroom.dev/v1"));

  static final TextKey KIND = TextKey.among("kind", "Site", "What this is.", List.of("Site"));

  static final TextKey NAME = name("site", "The site's name, wherever it appears.");

  static final MappingKey METADATA =
      new MappingKey(
          "metadata", true, "{name: site-1}", "What the site is called.", Shape.of(NAME));

  static final TextKey SUPPLY =
      TextKey.among(
          "supply",
          "208Y/120",
          "The service as on its drawing. 240 is a delta without neutral (in quotes); 240D/120 one"
              + " whose high leg is L2.",
          Arrays.stream(SupplySystem.values()).map(SupplySystem::notation).toList());

  static final NumberKey LINE_TO_LINE =
      NumberKey.whole(
              "lineToLineVolts",
              "212",
              "Between two lines, V; within 15 % of the nominal, the other voltages follow.")
          .within(1, 1000);

  static final NumberKey LOWEST =
      NumberKey.decimal(
              "lowestPercent",
              1,
              "90",
              "The lowest voltage to expect, % of this: watts to amperes.")
          .within(700, 1000)
          .or(Supply.LOWEST_PERMILLE);

  static final MappingKey VOLTAGE =
      new MappingKey(
          "voltage",
          false,
          "{lineToLineVolts: 212}",
          "Voltages as measured on the site; nominal unless given.",
          Shape.of(LINE_TO_LINE, LOWEST));

  static final MappingKey CONTROL =
      new MappingKey(
          "control", false, "{mode: dynamic}", "How the site is controlled.", ControlKeys.SHAPE);

  static final ListKey CIRCUITS =
      new ListKey(
          "circuits",
          "[{name: service, breakerAmps: 200, worstCaseBaseAmps: 80}]",
          "Breakers and what they feed; the one without a parent is the service entrance.",
          CircuitKeys.SHAPE);

  static final ListKey EVSES =
      new ListKey(
          "evses",
          "[{name: evse-1, circuit: service, …}]",
          "Charging ports, each a leaf of the circuits' tree.",
          EvseKeys.SHAPE);

  static final MappingKey SPEC =
      new MappingKey(
          "spec",
          true,
          "{supply: 208Y/120, …}",
          "The site itself.",
          Shape.of(SUPPLY, VOLTAGE, CONTROL, CIRCUITS, EVSES));

  static final Shape DOCUMENT = Shape.of(API_VERSION, KIND, METADATA, SPEC);

  private SiteKeys() {}

  /** A name that is safe in topic keys, URLs and labels. */
  static TextKey name(String of, String says) {
    return TextKey.any("name", of + "-1", says).mandatory().like(Names.FORM).upTo(63);
  }
}
