package dev.headroom.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.core.demand.Demand;
import dev.headroom.core.demand.DemandWindow;
import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.demand.Peak;
import dev.headroom.core.demand.Slices;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.learn.LearnedLines;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.memory.EvseMemory;
import dev.headroom.core.memory.Ramp;
import dev.headroom.core.memory.SiteMemory;
import dev.headroom.core.reclaim.Reclaim;
import dev.headroom.core.stagger.Presence;
import dev.headroom.core.stagger.Stagger;
import dev.headroom.core.turn.Drawing;
import dev.headroom.core.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlStateTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000000001Z");

  private static final List<Drawing> DRAWINGS =
      List.of(
          new Drawing.Quiet(NOON, false),
          new Drawing.Unseen(),
          new Drawing.Draws(),
          new Drawing.Waking(NOON),
          new Drawing.Awaited(NOON),
          new Drawing.Yields());

  private static ControlRecord whole() {
    Map<String, EvseMemory> evses = new HashMap<>();
    for (int i = 0; i < DRAWINGS.size(); i++) {
      Turn.Place place = new Turn.Place.Has(NOON, NOON.minusSeconds(60));
      evses.put("evse-" + i, evse(new Turn("s-" + i, place, DRAWINGS.get(i))));
    }
    evses.put("waits", evse(new Turn("s", new Turn.Place.Waits(NOON), new Drawing.Unseen())));
    evses.put("new", EvseMemory.NONE);
    Slices slices = new Slices(Instant.parse("2026-03-01T11:59:50Z"), TEN, List.of(5L, 0L));
    DemandWindow window =
        new DemandWindow(NOON, 0, slices, new Peak(YearMonth.of(2026, 3), 12_000));
    Stagger stagger =
        new Stagger(
            Optional.of(NOON),
            Map.of("new", Presence.WAITS_AT_ZERO),
            Map.of("new", NOON),
            Optional.of(NOON));
    OpenWindow metered =
        new OpenWindow(
            "service",
            Instant.parse("2026-03-01T12:00:00Z"),
            Duration.ofMinutes(15),
            Instant.parse("2026-03-01T12:00:00.500Z"),
            Optional.of(new OpenWindow.Power(0, true)),
            0,
            500,
            true);
    return new ControlRecord(
        "demo-1",
        0,
        0,
        NOON,
        new ControlState(
            new SiteMemory(evses, new Demand(Optional.of(window)), stagger),
            List.of(new ControlState.Doubt("service", Phase.L2, 3)),
            Optional.of(metered)));
  }

  private static final Duration TEN = Duration.ofSeconds(10);

  private static EvseMemory evse(Turn turn) {
    return new EvseMemory(
        Optional.of(turn),
        new Reclaim(Optional.of("s"), OptionalInt.of(0), Optional.of(new Reclaim.Low(NOON, 0))),
        new LearnedLines(
            Optional.of(new LearnedLines.Of("s", 0)),
            List.of(
                new LearnedLines.Line.Idle(NOON),
                new LearnedLines.Line.Open(),
                new LearnedLines.Line.Unused())),
        new Ramp(Optional.of(new Ramp.Raised(NOON, 0)), Optional.of(NOON)));
  }

  @Test
  void comesBackAsItWas() {
    ControlRecord nothing = new ControlRecord("demo-1", 7, 2, NOON, ControlState.NONE);

    assertThat(thereAndBack(whole())).isEqualTo(whole());
    assertThat(thereAndBack(nothing)).isEqualTo(nothing);
  }

  private static ControlRecord thereAndBack(ControlRecord record) {
    return Codecs.CONTROL_STATE.decode(Codecs.CONTROL_STATE.encode(record));
  }

  @Test
  void anotherVersionIsUnknownNotMalformed() {
    byte[] later = "{\"version\": 2, \"anything\": {}}".getBytes(UTF_8);

    assertThatThrownBy(() -> Codecs.CONTROL_STATE.decode(later))
        .isInstanceOf(UnknownVersion.class)
        .hasMessageContaining("version 2");
  }

  /** Absent is neither nothing nor 0. */
  @TestFactory
  Stream<DynamicTest> refusesEveryLostMember() throws Exception {
    JsonNode whole = JSON.readTree(Codecs.CONTROL_STATE.encode(whole()));
    return members(whole, "").stream()
        .map(
            pointer ->
                DynamicTest.dynamicTest(
                    "without " + pointer, () -> assertRefused(without(whole, pointer))));
  }

  private static JsonNode without(JsonNode whole, String pointer) {
    JsonNode copy = whole.deepCopy();
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) copy.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    return copy;
  }

  private static List<String> members(JsonNode node, String pointer) {
    List<String> all = new ArrayList<>();
    if (node.isArray() && !node.isEmpty()) {
      all.addAll(members(node.get(0), pointer + "/0"));
    }
    node.properties()
        .forEach(
            member -> {
              String path = pointer + "/" + member.getKey();
              all.add(path);
              all.addAll(members(member.getValue(), path));
            });
    // By name of an EVSE: one that is not there was not heard of.
    all.removeIf(path -> path.matches("/stagger/(last|came)/.*"));
    return all;
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "epoch":0             | "epoch":-1
          "epoch":0             | "epoch":null
          "cap":0               | "cap":-1
          "highest":0           | "highest":-1
          "from":0              | "from":-1
          "missed":3            | "missed":0
          "kind":"WAITS"        | "kind":"STANDS"
          "kind":"QUIET"        | "kind":"HUMS"
          "kind":"UNSEEN","since":null | "kind":"WAKING","since":null
          "millijoules":[5,0]   | "millijoules":[]
          "millijoules":[5,0]   | "millijoules":[5,-1]
          "millijoules":[5,0]   | "millijoules":[5]
          "sliceMillis":10000   | "sliceMillis":0
          "sliceMillis":10000   | "sliceMillis":7000
          "lastWatts":0         | "lastWatts":-1
          "peakMonth":"2026-03" | "peakMonth":"March"
          "lengthSeconds":900   | "lengthSeconds":0
          "lengthSeconds":900   | "lengthSeconds":9223372036854775807
          "missingMillis":500   | "missingMillis":900001
          "watts":0             | "watts":-5
          "watts":0             | "watts":0.5
          "evse":"waits"        | "evse":"new"
          """)
  void refusesNonsense(String was, String now) {
    String sound = new String(Codecs.CONTROL_STATE.encode(whole()), UTF_8);
    assertThat(sound).contains(was);

    assertThatThrownBy(
            () -> Codecs.CONTROL_STATE.decode(sound.replaceFirst(quoted(was), now).getBytes(UTF_8)))
        .isInstanceOf(MalformedRecord.class)
        .hasMessageStartingWith("control state: ");
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  private static void assertRefused(JsonNode json) {
    assertThatThrownBy(() -> Codecs.CONTROL_STATE.decode(JSON.writeValueAsBytes(json)))
        .isInstanceOf(MalformedRecord.class);
  }
}
