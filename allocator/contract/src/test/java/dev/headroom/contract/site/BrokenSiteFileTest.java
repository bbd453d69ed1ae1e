package dev.headroom.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.site.Finding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake at a time in a sound file: the line it is on and what is said of it. */
class BrokenSiteFileTest {

  private static final String SOUND =
      """
      apiVersion: headroom.dev/v1
      kind: Site
      metadata:
        name: garage-1
      spec:
        supply: 208Y/120
        control: {fallback: minimum, staleAfter: 5s}
        circuits:
          - name: service
            breakerAmps: 400
            worstCaseBaseAmps: 100
            meter: {name: main, accuracyPercent: 1}
          - name: panel-a
            parent: service
            breakerAmps: 200
        evses:
          - name: port-1
            circuit: panel-a
            branchBreakerAmps: 40
            station: CP-1
            wiring: L1-L2
            maximumAmps: 32
          - name: port-2
            circuit: panel-a
            branchBreakerAmps: 40
            station: CP-2
            wiring: L2-L3
            maximumAmps: 32
      """;

  @ParameterizedTest(name = "{0} → {1}: line {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          headroom.dev/v1          | headroom.dev/v2        | 1  | apiVersion: 'headroom.dev/v2' is not understood (write apiVersion: headroom.dev/v1)
          kind: Site               | kind: Pod              | 2  | kind: 'Pod' is not understood (write kind: Site)
          kind: Site               | `# `                   | 1  | kind: is missing (add kind: Site)
          name: garage-1           | name: Garage 1         | 4  | metadata.name: site name 'Garage 1' must be 1 to 63 small letters
          name: garage-1           | name: 12               | 4  | metadata.name: must be text, found '12' (put it in quotes: name: "12")
          208Y/120                 | 600Y/347               | 6  | spec.supply: supply '600Y/347' is not supported; supported are 120/240, 120/208, 208Y/120, 480Y/277, 400Y/230, 240, 240D/120
          fallback: minimum        | fallback: open         | 7  | spec.control.fallback: 'open' lets chargers take their rated maximum unattended; nobody acknowledged it (add openAcknowledgedBy: who decided it and when
          fallback: minimum        | fallback: none         | 7  | spec.control.fallback: 'none' is no fallback (write fallback: minimum or fallback: pause or fallback: open)
          fallback: minimum        | mode: fast             | 7  | spec.control.mode: 'fast' is no mode (write mode: static or mode: dynamic or mode: demand-response)
          fallback: minimum        | demandCap: {}          | 7  | spec.control.demandCap.kilowatts: is missing (add kilowatts: 100)
          fallback: minimum        | `demandCap: {kilowatts: 50, window: 20m}` | 7  | spec.control.demandCap: a demand window is 15 or 30 min
          fallback: minimum        | `demandCap: {kilowatts: 50, windows: any}` | 7 | spec.control.demandCap.windows: 'any' is no windows (write windows: block or windows: sliding)
          fallback: minimum        | `demandCap: {kilowatts: 50, burstKilowatts: 40}` | 7 | spec.control.demandCap.burstKilowatts: must lie from 50 to 100000, found 40 (correct the value)
          fallback: minimum        | `demandCap: {kilowatts: 50, burstKilowatts: 0}` | 7 | spec.control.demandCap.burstKilowatts: must lie from 0.001 to 100000, found 0
          fallback: minimum        | strategy: fair         | 7  | spec.control.strategy: 'fair' is no strategy (write strategy: fair-share or strategy: priority-tiers or strategy: first-come or strategy: least-laxity or strategy: earliest-deadline)
          fallback: minimum        | sums: scalar           | 7  | spec.control.sums: 'scalar' is no sums (write sums: phasor or sums: plain)
          fallback: minimum        | dwell: 30s             | 7  | spec.control: dwell lies from 1 min to 4 h, not PT30S
          fallback: minimum        | dwell: 15              | 7  | spec.control.dwell: must be text, found '15'
          fallback: minimum        | staggeredStart: 11m    | 7  | spec.control: staggeredStart lies from 0 to 10 min, not PT11M
          fallback: minimum        | tenantWeights: [2]     | 7  | spec.control.tenantWeights: must be a mapping, found a list (write keys with values)
          fallback: minimum        | `tenantWeights: {acme: 0}`   | 7 | spec.control.tenantWeights.acme: must lie from 1 to 1000, found 0 (correct the value)
          fallback: minimum        | `tenantWeights: {acme: 1001}` | 7 | spec.control.tenantWeights.acme: must lie from 1 to 1000, found 1001
          fallback: minimum        | `tenantWeights: {acme: 1.5}` | 7 | spec.control.tenantWeights.acme: must be a whole number, found '1.5' (write acme: 1)
          fallback: minimum        | `tenantWeights: {acme: }`    | 7 | spec.control.tenantWeights.acme: is missing (add acme: 1)
          fallback: minimum        | `tenantWeights: {'': 1}`     | 7 | spec.control.tenantWeights: a tenant's name has 1 to 200 characters (write tenantWeights: {tenant-1: 2, tenant-2: 1})
          supply: 208Y/120         | `supply: 208Y/120\n  voltage: {lineToLineVolts: 240}` | 7  | spec.voltage: 240 V between lines is more than 15 % away from a supply of 208Y/120
          supply: 208Y/120         | supply: "240"          | ok | ``
          supply: 208Y/120         | supply: 240            | 6  | spec.supply: must be text, found '240' (put it in quotes: supply: "240")
          staleAfter: 5s           | staleAfter: 5          | 7  | spec.control.staleAfter: must be text, found '5'
          staleAfter: 5s           | staleAfter: soon       | 7  | spec.control.staleAfter: 'soon' is no duration such as 5s, 500ms or 10m (write staleAfter: 5s)
          staleAfter: 5s           | staleAfter: 2h         | 7  | spec.control: staleAfter lies from 1 s to 60 s
          staleAfter: 5s           | stale: 5s              | 7  | spec.control.stale: is not known here (known are mode, fallback, openAcknowledgedBy, staleAfter, raiseDelay, demandCap, strategy, tenantWeights, sums, dwell, staggeredStart)
          breakerAmps: 400         | breakerAmps: 400A      | 10 | spec.circuits[0].breakerAmps: must be a number, found '400A' (write breakerAmps: 200)
          breakerAmps: 400         | breakerAmps: .nan      | 10 | spec.circuits[0].breakerAmps: must be a number, found '.nan'
          breakerAmps: 400         | breakerAmps: .inf      | 10 | spec.circuits[0].breakerAmps: must be a number, found '.inf'
          breakerAmps: 400         | breakerAmps: 1e999999  | 10 | spec.circuits[0].breakerAmps: must be a number, found '1e999999'
          breakerAmps: 400         | breakerAmps: 4000000   | 10 | spec.circuits[0].breakerAmps: '4000000' is too large
          breakerAmps: 400         | breakerAmps: 0.0001    | 10 | spec.circuits[0].breakerAmps: must be of at most 3 decimals, found '0.0001'
          breakerAmps: 400         | breakerAmps: -400      | 10 | spec.circuits[0].breakerAmps: must lie from 0.001 to 10000, found -400 (correct the value)
          breakerAmps: 400         | breakerAmps: [400]     | 10 | spec.circuits[0].breakerAmps: must be a number, found a list
          breakerAmps: 400         | breakerAmps:           | 10 | spec.circuits[0].breakerAmps: is missing (add breakerAmps: 200)
          breakerAmps: 400         | breaker: 400           | 10 | spec.circuits[0].breaker: is not known here (known are name, parent, breakerAmps
          breakerAmps: 400         | continuousFactor: 1.2  | 9  | spec.circuits[0].breakerAmps: is missing
          worstCaseBaseAmps: 100   | phases: [L1, N]        | 11 | spec.circuits[0].phases: 'N' is no phase (write phases: [L1, L2])
          worstCaseBaseAmps: 100   | phases: [L1, L1]       | 11 | spec.circuits[0].phases: L1 is there twice
          worstCaseBaseAmps: 100   | phases: L1             | 11 | spec.circuits[0].phases: must be a list of L1, L2, L3
          worstCaseBaseAmps: 100   | worstCaseBaseAmps: {L1: 1, L2: 2} | 11 | spec.circuits[0].worstCaseBaseAmps.L3: is missing (add L3: 80)
          worstCaseBaseAmps: 100   | worstCaseBaseAmps: many | 11 | spec.circuits[0].worstCaseBaseAmps: must be a number, found 'many'
          worstCaseBaseAmps: 100   | worstCaseBaseAmps: -1  | 11 | spec.circuits[0].worstCaseBaseAmps: must lie from 0 to 10000, found -1
          worstCaseBaseAmps: 100   | breakerAmps: 100       | 11 | spec.circuits[0].breakerAmps is there twice, first on line 10 (keep one of them)
          worstCaseBaseAmps: 100   | continuousFactor: 0.8  | 9  | spec.circuits[0].worstCaseBaseAmps: the service entrance 'service' declares no worst-case base load
          accuracyPercent: 1       | accuracyPercent: 99    | 12 | spec.circuits[0].meter.accuracyPercent: must lie from 0 to 20, found 99
          `, accuracyPercent: 1`   | ``                     | 12 | spec.circuits[0].meter.accuracyPercent: is missing (add accuracyPercent: 1)
          parent: service          | parent: servise        | 14 | spec.circuits[1].parent: circuit 'panel-a' is fed by 'servise', which is not there (circuits are service, panel-a)
          parent: service          | parent: [service]      | 14 | spec.circuits[1].parent: must be text, found a list
          name: port-1             | name: port-2           | 23 | spec.evses[1].name: two EVSEs are named 'port-2'
          station: CP-1            | station: CP-2          | 26 | spec.evses[1].station: EVSEs 'port-1' and 'port-2' are both number 1 of station 'CP-2'
          station: CP-1            | station: true          | 20 | spec.evses[0].station: must be text, found 'true' (put it in quotes: station: "true")
          station: CP-1            | station: ''            | 20 | spec.evses[0].station: must have 1 to 48 characters
          station: CP-1            | evseId: 1.5            | 20 | spec.evses[0].evseId: must be a whole number, found '1.5'
          wiring: L1-L2            | wiring: L1             | 21 | spec.evses[0].wiring: wiring 'L1' is not understood; write L1-N, L1-L2 or L1-L2-L3
          wiring: L1-L2            | wiring: L2-L1-L3       | 21 | spec.evses[0].wiring: wiring 'L2-L1-L3' turns backwards
          wiring: L1-L2            | lockedOff: true        | 21 | spec.evses[0].lockedOff: counts nothing only where an electrician locked it off; nobody acknowledged that (add lockedOffBy: the electrician and when)
          wiring: L1-L2            | `wiring: L1-L2\n      dc: {ratedKilowatts: 20, minimumKilowatts: 2}` | 23 | spec.evses[0].maximumAmps: is for AC EVSEs, and this one has dc (give its power below dc)
          wiring: L1-L2            | dc: {ratedKilowatts: 1}  | 21 | spec.evses[0].dc.minimumKilowatts: is missing (add minimumKilowatts: 5)
          maximumAmps: 32          | `dc: {ratedKilowatts: 1, minimumKilowatts: 2}` | 22 | spec.evses[0].dc.minimumKilowatts: must lie from 0.001 to 1, found 2
          maximumAmps: 32          | `dc: {ratedKilowatts: 20, minimumKilowatts: 2}` | 22 | spec.evses[0].dc.ratedKilowatts: EVSE 'port-1' may draw 122.4 A, above 0.8 × its branch breaker of 40 A (set dc.ratedKilowatts to 5.23 or less)
          wiring: L1-L2            | lockedOff: no          | 21 | spec.evses[0].lockedOff: must be true or false, found 'no'
          maximumAmps: 32          | maximumAmps: 33        | 22 | spec.evses[0].maximumAmps: EVSE 'port-1' may draw 33 A, above 0.8 × its branch breaker of 40 A (set maximumAmps to 32 or less)
          station: CP-1            | minimumAmps: 40        | 20 | spec.evses[0].minimumAmps: must lie from 6 to 32, found 40
          station: CP-1            | fallbackAmps: 3        | 20 | spec.evses[0].fallbackAmps: must lie from 6 to 32, found 3
          station: CP-1            | pilotAmps: halves      | 20 | spec.evses[0].pilotAmps: must be tenths, whole or a list of currents (write pilotAmps: tenths or pilotAmps: whole or pilotAmps: [6, 8, 16, 32])
          station: CP-1            | pilotAmps: 8           | 20 | spec.evses[0].pilotAmps: must be tenths, whole or a list of currents
          station: CP-1            | pilotAmps: []          | 20 | spec.evses[0].pilotAmps: must list 1 to 100 currents (write
          station: CP-1            | pilotAmps: [8, 16, 8]  | 20 | spec.evses[0].pilotAmps: 8 is there twice (name each current once)
          station: CP-1            | pilotAmps: [5, 8]      | 20 | spec.evses[0].pilotAmps: must lie from 6 to 1000, found 5 (correct the value)
          station: CP-1            | pilotAmps: [-8]        | 20 | spec.evses[0].pilotAmps: must lie from 6 to 1000, found -8
          station: CP-1            | pilotAmps: [8.25]      | 20 | spec.evses[0].pilotAmps: must be of at most 1 decimals, found '8.25' (write pilotAmps: [6, 8, 16, 32])
          station: CP-1            | pilotAmps: [.nan]      | 20 | spec.evses[0].pilotAmps: must be a number, found '.nan'
          station: CP-1            | pilotAmps: [many]      | 20 | spec.evses[0].pilotAmps: must be a number, found 'many'
          maximumAmps: 32          | `maximumAmps: 32\n      pilotAmps: [8, 40]` | 23 | spec.evses[0].pilotAmps: EVSE 'port-1' accepts 40 A, above its maximum of 32 A (leave out what is above 32 A)
          maximumAmps: 32          | `maximumAmps: 32\n      minimumAmps: 20\n      pilotAmps: [8, 16]` | 24 | spec.evses[0].pilotAmps: EVSE 'port-1' accepts no current from its minimum of 20 A to its maximum of 32 A (name one in pilotAmps, or correct minimumAmps)
          maximumAmps: 32          | `maximumAmps: 32\n      pilotAmps: [8, 16]\n      fallbackAmps: 10` | 24 | spec.evses[0].fallbackAmps: EVSE 'port-1' does not accept its fallback of 10 A (set fallbackAmps to 8, or to 16)
          maximumAmps: 32          | `maximumAmps: 32\n      pilotAmps: [8, 16]\n      fallbackAmps: 6` | 24 | spec.evses[0].fallbackAmps: EVSE 'port-1' does not accept its fallback of 6 A (set fallbackAmps to 8)
          maximumAmps: 32          | `maximumAmps: 32\n      fallbackAmps: 6.55` | 23 | spec.evses[0].fallbackAmps: EVSE 'port-1' does not accept its fallback of 6.55 A (set fallbackAmps to 6.5, or to 6.6)
          maximumAmps: 32          | `dc: {ratedKilowatts: 1, minimumKilowatts: 1}\n      pilotAmps: whole` | 23 | spec.evses[0].pilotAmps: is for AC EVSEs, and this one has dc (give its power below dc)
          station: CP-1            | weight: 0              | 20 | spec.evses[0].weight: must lie from 1 to 1000, found 0
          station: CP-1            | evseId: 0              | 20 | spec.evses[0].evseId: must lie from 1 to 1000, found 0
          worstCaseBaseAmps: 100   | continuousFactor: 1.01 | 11 | spec.circuits[0].continuousFactor: must lie from 0.001 to 1, found 1.01
          maximumAmps: 32          | maximumAmps: 4         | 22 | spec.evses[0].maximumAmps: must lie from 6 to 1000, found 4
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {ratedKva: 75, group: Dyn11, primary: 480Y/277, secondary: 208Y/120}` | 16 | spec.circuits[1].transformer.primary: the transformer of 'panel-a' is made for 480Y/277, and hangs on 208Y/120 (write primary: 208Y/120, or correct the supply above it)
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {ratedKva: 75, group: Dyn5, primary: 480Y/277, secondary: 208Y/120}` | 16 | spec.circuits[1].transformer.group: 'Dyn5' is not supported (supported are Dyn1, Dyn11, Yyn0, Dd0, Ii0)
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {ratedKva: 75, group: Dyn11, primary: 600Y/347, secondary: 208Y/120}` | 16 | spec.circuits[1].transformer.primary: '600Y/347' is not supported (supported are 120/240
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {ratedKva: 75, group: Dyn11, primary: 480Y/277, secondary: 120/240}` | 16 | spec.circuits[1].transformer: Dyn11 needs three primary lines and a three-phase wye secondary, not 480Y/277 to 120/240
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {group: Dyn11, primary: 480Y/277, secondary: 208Y/120}` | 16 | spec.circuits[1].transformer.ratedKva: is missing (add ratedKva: 150)
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {ratedKva: 0, group: Dyn11, primary: 480Y/277, secondary: 208Y/120}` | 16 | spec.circuits[1].transformer.ratedKva: must lie from 0.001 to 100000, found 0
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {ratedKva: 75, group: Ii0, primary: 208Y/120, secondary: 120/240}` | 16 | spec.circuits[1].transformer: Ii0 hangs between two lines of its primary, not [L1, L2, L3]
          breakerAmps: 200         | `breakerAmps: 200\n      transformer: {ratedKva: 75, group: Ii0, primary: 208Y/120, secondary: 120/240, primaryLines: [L1, N]}` | 16 | spec.circuits[1].transformer.primaryLines: 'N' is no phase (write primaryLines: [L1, L2])
          breakerAmps: 200         | `breakerAmps: 200\n      neutralAmps: 0` | 16 | spec.circuits[1].neutralAmps: must lie from 0.001 to 10000, found 0
          breakerAmps: 200         | `breakerAmps: 200\n      neutral: false\n      neutralAmps: 60` | 13 | spec.circuits[1]: circuit 'panel-a' rates a neutral that it does not have
          evses:                   | ports:                 | 16 | spec.ports: is not known here (known are supply, voltage, control, circuits, evses)
          metadata:                | metadata: &a           | ok | ``
          supply: 208Y/120         | supply: *a             | 6  | the alias '*a' (write the value out)
          supply: 208Y/120         | supply: !!java.net.URL x | 6 | the tag 'tag:yaml.org,2002:java.net.URL' (write the value without a tag)
          supply: 208Y/120         | `? [a]`                | 6  | a key that is no short text (name the key)
          kind: Site               | ---                    | 2  | a second document begins here (keep one site in each file)
          kind: Site               | `kind: "Site`          | 2  | not YAML
          kind: Site               | `\tkind: Site`         | 2  | not YAML
          """)
  void saysWhereAndWhat(String was, String now, String line, String message) {
    assertThat(SOUND).contains(was);
    String broken = SOUND.replaceFirst(Pattern.quote(was), quoted(now));

    List<Finding> findings =
        switch (SiteYaml.read("garage.yaml", broken)) {
          case SiteFile.Read read -> read.warnings();
          case SiteFile.Refused refused -> refused.findings();
        };

    if (line.equals("ok")) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings)
          .extracting(Finding::describe)
          .anySatisfy(
              finding ->
                  assertThat(finding)
                      .startsWith("garage.yaml:" + line + ": error: ")
                      .contains(message));
    }
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text.replace("\\t", "\t").replace("\\n", "\n"));
  }
}
