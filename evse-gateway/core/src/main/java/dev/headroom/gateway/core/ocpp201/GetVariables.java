package dev.headroom.gateway.core.ocpp201;

import java.util.List;

/** Reads variables; OCPP 2.0.1 B06. */
public sealed interface GetVariables {

  record Req(List<GetVariableData> getVariableData) implements GetVariables, ToStation {
    public Req {
      getVariableData = List.copyOf(getVariableData);
    }

    @Override
    public Action action() {
      return Action.GET_VARIABLES;
    }
  }

  record Res(List<GetVariableResult> getVariableResult) implements GetVariables, Answer {
    public Res {
      getVariableResult = List.copyOf(getVariableResult);
    }
  }
}
