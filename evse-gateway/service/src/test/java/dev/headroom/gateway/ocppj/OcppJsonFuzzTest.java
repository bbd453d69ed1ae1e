package dev.headroom.gateway.ocppj;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Hostile frames. Every build says those of {@code OcppJsonFuzzTestInputs}; with {@code
 * JAZZER_FUZZ=1} Jazzer makes up others and puts what it finds beside them.
 */
class OcppJsonFuzzTest {

  @FuzzTest(maxDuration = "5m")
  void answersOrRefusesWhateverAChargerSays(byte[] frame) {
    HostileCharger.say(new String(frame, UTF_8));
  }
}
