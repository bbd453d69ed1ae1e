package dev.headroom.simulator.meter;

import dev.headroom.actors.site.MeterSample;
import dev.headroom.core.electrical.PerPhase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A sample as SenML JSON (RFC 8428): amperes, volts and watts per phase, and the count. */
final class SenMl {

  private SenMl() {}

  static byte[] encode(String meter, MeterSample sample, Instant at) {
    List<String> records = new ArrayList<>();
    records.addAll(values("i", "A", sample.currentMilliamps(), 3));
    records.addAll(values("v", "V", sample.voltageMillivolts(), 3));
    records.addAll(values("p", "W", sample.activePowerWatts(), 0));
    records.add("\"n\":\"seq\",\"u\":\"count\",\"v\":" + sample.sequence());
    String base =
        "\"bn\":\"" + meter + "/\",\"bt\":" + BigDecimal.valueOf(at.toEpochMilli(), 3) + ",";
    String text = "[{" + base + String.join("},{", records) + "}]";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> values(String name, String unit, PerPhase values, int decimals) {
    return values.values().entrySet().stream()
        .map(
            entry ->
                "\"n\":\"%s/%s\",\"u\":\"%s\",\"v\":%s"
                    .formatted(
                        name,
                        entry.getKey(),
                        unit,
                        BigDecimal.valueOf(entry.getValue(), decimals).toPlainString()))
        .toList();
  }
}
