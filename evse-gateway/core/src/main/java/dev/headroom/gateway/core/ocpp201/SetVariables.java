package dev.headroom.gateway.core.ocpp201;

import java.util.List;

/** Sets variables; OCPP 2.0.1 B05. */
public sealed interface SetVariables {

  record Req(List<SetVariableData> setVariableData) implements SetVariables, ToStation {
    public Req {
      setVariableData = List.copyOf(setVariableData);
    }

    @Override
    public Action action() {
      return Action.SET_VARIABLES;
    }
  }

  record Res(List<SetVariableResult> setVariableResult) implements SetVariables, Answer {
    public Res {
      setVariableResult = List.copyOf(setVariableResult);
    }
  }
}
