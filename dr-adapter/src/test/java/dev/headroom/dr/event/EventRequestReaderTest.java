package dev.headroom.dr.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRequestReaderTest {

  private static final Instant NOW = Instant.parse("2026-07-01T18:00:00.123456Z");
  private static final Instant NOW_MILLIS = Instant.parse("2026-07-01T18:00:00.123Z");

  @Test
  void readsAnEventInWatts() {
    DrEvent event =
        event(
            "{'id':'e-1','sites':['b','a','b'],'start':'2026-07-01T19:00:00Z',"
                + "'duration':'PT2H','watts':20000,'mayPause':true}");
    assertThat(event.id()).isEqualTo("e-1");
    assertThat(event.sites()).containsExactly("a", "b");
    assertThat(event.interval())
        .isEqualTo(
            new CeilingInterval(
                Instant.parse("2026-07-01T19:00:00Z"),
                Instant.parse("2026-07-01T21:00:00Z"),
                new CeilingValue.Watts(20_000)));
    assertThat(event.mayPause()).isTrue();
  }

  @Test
  void startsNowAndKeepsTheFloorUnlessToldOtherwise() {
    DrEvent event = event("{'sites':['a'],'duration':'PT1H','amperes':50}");
    assertThat(event.interval().start()).isEqualTo(NOW_MILLIS);
    assertThat(event.mayPause()).isFalse();
    assertThat(event.id()).isNotEmpty();
  }

  @Test
  void readsALocalTimeWithItsOffset() {
    assertThat(
            event("{'sites':['a'],'start':'2026-07-01T14:00:00-05:00','duration':'P1D','watts':0}")
                .interval()
                .start())
        .isEqualTo(Instant.parse("2026-07-01T19:00:00Z"));
  }

  @Test
  void neverMakesACeilingHigherThanItWasSaidToBe() {
    assertThat(event("{'sites':['a'],'duration':'PT1H','amperes':12.3459}").value())
        .isEqualTo(new CeilingValue.Amperes(12_345));
    assertThat(event("{'sites':['a'],'duration':'PT1H','watts':99.9}").value())
        .isEqualTo(new CeilingValue.Watts(99));
  }

  @Test
  void takesAnEventThatHasBegun() {
    DrEvent event =
        event("{'sites':['a'],'start':'2026-07-01T17:00:00Z','duration':'PT2H','watts':1}");
    assertThat(event.stateAt(NOW)).isEqualTo(EventState.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'sites':['a'],'duration':'PT1H'}                       | watts    | either watts or",
        "{'sites':['a'],'duration':'PT1H','watts':1,'amperes':1} | watts    | either watts or",
        "{'sites':['a'],'duration':'PT1H','watts':-1}            | watts    | must be from 0",
        "{'sites':['a'],'duration':'PT1H','watts':1e10}          | watts    | must be from 0",
        "{'sites':['a'],'duration':'PT1H','watts':1e-999999999}  | watts    | must be from 0",
        "{'sites':['a'],'duration':'PT1H','watts':'1'}           | watts    | must be a number",
        "{'sites':['a'],'duration':'PT1H','watts':null}          | watts    | must be a number",
        "{'sites':['a'],'duration':'PT1H','amperes':20001}       | amperes  | must be from 0 to",
        "{'sites':['a'],'watts':1}                               | duration | is missing",
        "{'sites':['a'],'duration':'PT0S','watts':1}             | duration | above 0",
        "{'sites':['a'],'duration':'-PT1H','watts':1}            | duration | above 0",
        "{'sites':['a'],'duration':'P7DT1S','watts':1}           | duration | at most 7 days",
        "{'sites':['a'],'duration':'2h','watts':1}               | duration | must be an ISO 8601",
        "{'sites':['a'],'duration':7200,'watts':1}               | duration | must be a string",
        "{'duration':'PT1H','watts':1}                           | sites    | must name one site",
        "{'sites':[],'duration':'PT1H','watts':1}                | sites    | must name one site",
        "{'sites':'a','duration':'PT1H','watts':1}               | sites    | must be an array",
        "{'sites':['a','B'],'duration':'PT1H','watts':1}         | sites[1] | site name 'B' must",
        "{'sites':[1],'duration':'PT1H','watts':1}               | sites[0] | must be a string",
        "{'sites':['a'],'duration':'PT1H','watts':1,'id':'a b'}  | id       | must be 1 to 64",
        "{'sites':['a'],'duration':'PT1H','watts':1,'mayPause':1} | mayPause | must be true or",
        "{'sites':['a'],'duration':'PT1H','watts':1,'wats':1}    | wats     | is not a field of",
        "{'sites':['a'],'duration':'PT1H','watts':NaN}           | ``       | the body is not JSON",
        "{'sites':['a'],'sites':['b']}                           | ``       | the body is not JSON",
        "[]                                                      | ``       | must be an object",
        "``                                                      | ``       | must be an object",
        "{'sites':['a'],'start':'soon','duration':'PT1H','watts':1} | start | must be an instant",
        "{'sites':['a'],'start':'2026-07-01T16:00:00Z','duration':'PT1H','watts':1} | start | over",
        "{'sites':['a'],'start':'2026-06-01T16:00:00Z','duration':'PT1H','watts':1} | start | ago",
        "{'sites':['a'],'start':'2028-06-01T16:00:00Z','duration':'PT1H','watts':1} | start |"
            + " within",
        "{'sites':['a'],'start':'+999999999-12-31T23:59:59Z','duration':'P7D','watts':1} | start |"
            + " 36",
      })
  void saysWhatIsWrong(String body, String field, String message) {
    assertThat(faults(body))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo(field);
              assertThat(fault.message()).contains(message);
            });
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    assertThat(faults("{'sites':['A'],'start':1,'duration':'PT0S','watts':-1,'id':''}"))
        .extracting(Fault::field)
        .containsExactly("sites[0]", "start", "duration", "watts", "id");
  }

  @Test
  void takesTheLongestEventThereIs() {
    assertThat(event("{'sites':['a'],'duration':'P7D','watts':1}").interval().end())
        .isEqualTo(NOW_MILLIS.plus(Duration.ofDays(7)));
  }

  private static DrEvent event(String body) {
    EventRequest request = read(body);
    assertThat(request).isInstanceOf(EventRequest.Read.class);
    return ((EventRequest.Read) request).event();
  }

  private static List<Fault> faults(String body) {
    EventRequest request = read(body);
    assertThat(request).isInstanceOf(EventRequest.Refused.class);
    return ((EventRequest.Refused) request).faults();
  }

  private static EventRequest read(String body) {
    return EventRequestReader.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
  }
}
