package dev.headroom.ingest.senml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenmlJsonTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

  @Test
  void addsBaseValueAndBaseSum() {
    SenmlRecord only = one("[{'bn':'m/','bv':10,'bs':100,'n':'i','v':2.5,'s':1}]");
    assertThat(only.value()).contains(number("12.5"));
    assertThat(only.sum()).contains(new BigDecimal("101"));
  }

  @Test
  void takesTheBaseAloneWhereTheRecordHasNone() {
    SenmlRecord only = one("[{'bn':'m','bv':10,'bs':3,'t':0}]");
    assertThat(only.value()).contains(number("10"));
    assertThat(only.sum()).contains(new BigDecimal("3"));
  }

  @Test
  void doesNotAddTheBaseValueToText() {
    assertThat(one("[{'n':'m','bv':10,'vs':'on'}]").value()).contains(new SenmlValue.Text("on"));
  }

  @Test
  void prefersTheOwnUnitToTheBaseUnit() {
    assertThat(one("[{'n':'m','bu':'A','u':'V','v':1}]").unit()).contains("V");
    assertThat(one("[{'n':'m','bu':'A','v':1}]").unit()).contains("A");
    assertThat(one("[{'n':'m','v':1}]").unit()).isEqualTo(Optional.empty());
  }

  @Test
  void countsSmallTimesFromNow() {
    assertThat(one("[{'n':'m','v':1,'t':-2.5}]").time()).isEqualTo(NOW.minusMillis(2500));
    assertThat(one("[{'n':'m','v':1,'bt':3,'t':1}]").time()).isEqualTo(NOW.plusSeconds(4));
    assertThat(one("[{'n':'m','v':1,'t':268435455}]").time())
        .isEqualTo(NOW.plusSeconds(268_435_455));
    assertThat(one("[{'n':'m','v':1,'t':268435456}]").time())
        .isEqualTo(Instant.ofEpochSecond(268_435_456));
  }

  @Test
  void ignoresFieldsItNeedNotUnderstand() {
    assertThat(one("[{'n':'m','v':1,'colour':{'red':[1]}}]").value()).contains(number("1"));
  }

  @Test
  void skipsARecordThatOnlySetsBaseFields() {
    assertThat(read("[{'bn':'m/','bu':'A'},{'n':'i','v':1}]"))
        .singleElement()
        .satisfies(it -> assertThat(it.name()).isEqualTo("m/i"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'n':'m','v':NaN}]                  | not JSON: Non-standard token 'NaN'",
        "[{'n':'m','v':-Infinity}]            | not JSON: ",
        "[{'n':'m','v':'12'}]                 | record 0: 'v' must be a number",
        "[{'n':'m','v':null}]                 | record 0: 'v' must be a number",
        "[{'n':'m','v':1e999999999}]          | record 0: 'v' is out of range",
        "[{'n':'m','v':1,'v':2}]              | not JSON: Duplicate field 'v'",
        "[{'n':'m','v':1},{'n':'o','vs':1}]   | record 1: 'vs' must be a string",
        "[{'n':'m','vb':1}]                   | record 0: 'vb' must be true or false",
        "[{'n':'m','v':1,'vs':'x'}]           | record 0: has more than one value",
        "[{'n':'m','u':'A'}]                  | record 0: has neither a value nor a sum",
        "[{'v':1}]                            | record 0: '' is not a SenML name",
        "[{'n':'-m','v':1}]                   | record 0: '-m' is not a SenML name",
        "[{'n':'m m','v':1}]                  | record 0: 'm m' is not a SenML name",
        "[{'n':'m','v':1,'key_':1}]           | record 0: field 'key_' is not understood",
        "[{'n':'m','v':1,'bver':11}]          | record 0: version 11 is not known",
        "[{'n':'m','v':1,'bver':0}]           | record 0: version 0 is not known",
        "[{'n':'m','v':1,'bver':1.5}]         | record 0: version 1.5 is not known",
        "[{'n':'m','v':1,'t':1e20}]           | record 0: time is out of range",
        "[1]                                  | record 0: is not an object",
        "[]                                   | a pack is an array",
        "{'n':'m','v':1}                      | a pack is an array",
        "[{'n':'m','v':1}] x                  | not JSON: ",
        "[{'n':'m','v':1}                     | not JSON: Unexpected end-of-input",
        "[{'n':'m','x':[[[[[1]]]]],'v':1}]    | not JSON: Document nesting depth",
        "`                                   `| a pack is an array",
      })
  void refusesWithAReason(String pack, String reason) {
    assertThatThrownBy(() -> read(pack))
        .isInstanceOf(MalformedSenml.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void refusesMoreRecordsThanAnyMeterSends() {
    String record = "{\"n\":\"m\",\"v\":1}";
    String pack = "[" + (record + ",").repeat(SenmlJson.LARGEST_PACK) + record + "]";
    assertThatThrownBy(() -> read(pack)).hasMessageStartingWith("129 records in a pack");
  }

  private static SenmlRecord one(String pack) {
    List<SenmlRecord> records = read(pack);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static SenmlValue number(String value) {
    return new SenmlValue.Number(new BigDecimal(value));
  }

  private static List<SenmlRecord> read(String pack) {
    return SenmlJson.read(pack.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
  }
}
