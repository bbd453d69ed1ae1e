package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.ocpp201.AttributeType;
import dev.headroom.gateway.core.ocpp201.Component;
import dev.headroom.gateway.core.ocpp201.GetVariableData;
import dev.headroom.gateway.core.ocpp201.GetVariableResult;
import dev.headroom.gateway.core.ocpp201.GetVariables;
import dev.headroom.gateway.core.ocpp201.SetVariableData;
import dev.headroom.gateway.core.ocpp201.SetVariableResult;
import dev.headroom.gateway.core.ocpp201.SetVariables;
import dev.headroom.gateway.core.ocpp201.Variable;
import dev.headroom.gateway.core.profile.Capabilities;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The variables that are read and set; OCPP 2.0.1 part 2, referenced components and variables. */
final class Ocpp201Variables {

  private static final String SMART_CHARGING = "SmartChargingCtrlr";
  private static final String STACK_LEVEL = "ProfileStackLevel";
  private static final String UNIT = "RateUnit";
  private static final String PERIODS = "PeriodsPerSchedule";
  private static final String PROFILES = "Entries";

  private static final String ENERGY = "Energy.Active.Import.Register";

  private Ocpp201Variables() {}

  /** How many profiles fit is the bound of how many there are. */
  static GetVariables.Req capabilities() {
    return new GetVariables.Req(
        List.of(
            ask(STACK_LEVEL, Optional.empty(), Optional.empty()),
            ask(UNIT, Optional.empty(), Optional.empty()),
            ask(PERIODS, Optional.empty(), Optional.empty()),
            ask(PROFILES, Optional.of("ChargingProfiles"), Optional.of(AttributeType.MaxSet))));
  }

  /** What the answer says, and the worst of what it does not say. */
  static Capabilities capabilities(GetVariables.Res answer) {
    return Capabilities.said(
        value(answer, STACK_LEVEL),
        value(answer, UNIT),
        value(answer, PERIODS),
        value(answer, PROFILES));
  }

  static List<Errand.Configure> meterSettings(Duration period) {
    return List.of(
        configure(
            "SampledDataCtrlr.TxUpdatedInterval", Long.toString(Math.max(1, period.toSeconds()))),
        new Errand.Configure(
            "SampledDataCtrlr.TxUpdatedMeasurands", Measurands.WANTED, Measurands.FEWER),
        configure("SampledDataCtrlr.TxStartedMeasurands", ENERGY),
        configure("SampledDataCtrlr.TxEndedMeasurands", ENERGY),
        configure("AlignedDataCtrlr.Interval", "0"));
  }

  /** Sets one variable, named {@code Component.Variable}. */
  static SetVariables.Req set(Errand.Configure configure) {
    int dot = configure.key().indexOf('.');
    return new SetVariables.Req(
        List.of(
            new SetVariableData(
                Optional.empty(),
                configure.value(),
                component(configure.key().substring(0, dot)),
                new Variable(configure.key().substring(dot + 1), Optional.empty()))));
  }

  /** Sets the password of its connections to us; OCPP 2.0.1 A01. */
  static SetVariables.Req password(Secret password) {
    return set(configure("SecurityCtrlr.BasicAuthPassword", password.text()));
  }

  static Outcome outcome(SetVariables.Res answer) {
    return answer.setVariableResult().stream()
        .findFirst()
        .map(SetVariableResult::attributeStatus)
        .<Outcome>map(
            status ->
                switch (status) {
                  case Accepted -> new Outcome.Done();
                  case RebootRequired -> new Outcome.NeedsReboot();
                  case Rejected, UnknownComponent, UnknownVariable, NotSupportedAttributeType ->
                      new Outcome.Refused();
                })
        .orElse(new Outcome.Failed());
  }

  private static Optional<String> value(GetVariables.Res answer, String variable) {
    return answer.getVariableResult().stream()
        .filter(result -> result.component().name().equalsIgnoreCase(SMART_CHARGING))
        .filter(result -> result.variable().name().equalsIgnoreCase(variable))
        .filter(result -> result.attributeStatus().equals("Accepted"))
        .findFirst()
        .flatMap(GetVariableResult::attributeValue);
  }

  private static GetVariableData ask(
      String variable, Optional<String> instance, Optional<AttributeType> attribute) {
    return new GetVariableData(
        attribute, component(SMART_CHARGING), new Variable(variable, instance));
  }

  private static Component component(String name) {
    return new Component(name, Optional.empty(), Optional.empty());
  }

  private static Errand.Configure configure(String key, String value) {
    return new Errand.Configure(key, value, List.of());
  }
}
