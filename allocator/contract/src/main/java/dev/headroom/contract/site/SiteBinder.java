package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Names;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.Supplies;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From a document to a site: {@code headroom.dev/v1, kind Site}, by the keys of its shapes. */
final class SiteBinder {

  private final List<Finding> findings;

  SiteBinder(List<Finding> findings) {
    this.findings = findings;
  }

  /** The site; empty if it has findings. */
  Optional<Site> site(JsonNode document) {
    Fields root = new Fields(document, "", SiteKeys.DOCUMENT, findings);
    requireConstant(root, SiteKeys.API_VERSION);
    requireConstant(root, SiteKeys.KIND);
    Optional<String> name = root.mapping(SiteKeys.METADATA).flatMap(SiteBinder::name);
    Optional<Site> site =
        root.mapping(SiteKeys.SPEC).flatMap(spec -> spec(spec, name.orElse("unnamed")));
    return root.built(site::orElseThrow);
  }

  private static void requireConstant(Fields fields, TextKey key) {
    String found = fields.text(key);
    if (!found.isEmpty() && !key.notations().contains(found)) {
      fields.error(key, "'" + found + "' is not understood", "write " + key.howTo());
    }
  }

  private static Optional<String> name(Fields metadata) {
    String name = name(metadata, SiteKeys.NAME, "site");
    return metadata.built(() -> name);
  }

  /** A required name that is safe in keys and labels. */
  static String name(Fields fields, TextKey key, String of) {
    String name = fields.text(key);
    return fields.parsed(key, name, it -> Names.check(of, it), "rename it").orElse(name);
  }

  private static Optional<Site> spec(Fields spec, String name) {
    Optional<Supply> supply =
        spec.parsed(
                SiteKeys.SUPPLY,
                spec.text(SiteKeys.SUPPLY),
                Supply::of,
                "write the supply on its drawing")
            .flatMap(nominal -> measured(spec, nominal));
    Supply fed = supply.orElse(Supply.WYE_208Y_120); // a wrong supply hides no other mistake
    Control control =
        spec.mapping(SiteKeys.CONTROL)
            .flatMap(ControlBinder::control)
            .orElse(ControlBinder.DEFAULT);
    Supplies supplies =
        new Supplies(fed, spec.quietly().each(SiteKeys.CIRCUITS, CircuitBinder::feed));
    List<Circuit> circuits =
        spec.each(SiteKeys.CIRCUITS, it -> CircuitBinder.circuit(it, supplies));
    List<Evse> evses =
        spec.each(SiteKeys.EVSES, it -> EvseBinder.evse(it, control.fallback(), supplies));
    return spec.built(() -> new Site(name, supply.orElseThrow(), control, circuits, evses));
  }

  /** The supply at the voltages somebody measured there, if they were written down. */
  private static Optional<Supply> measured(Fields spec, Supply nominal) {
    Optional<Fields> voltage = spec.mapping(SiteKeys.VOLTAGE);
    if (voltage.isEmpty()) {
      return Optional.of(nominal);
    }
    OptionalInt lineToLine = voltage.get().numberIfAny(SiteKeys.LINE_TO_LINE);
    int lowest = voltage.get().number(SiteKeys.LOWEST);
    return voltage
        .get()
        .built(
            () ->
                new Supply(nominal.system(), lineToLine.orElse(nominal.lineToLineVolts()), lowest));
  }
}
