package dev.headroom.gateway.core.ocpp201;

import dev.headroom.gateway.core.rpc.Request;

/** A request of ours. */
public sealed interface ToStation extends Request
    permits ClearChargingProfile.Req,
        GetChargingProfiles.Req,
        GetCompositeSchedule.Req,
        GetVariables.Req,
        RequestStopTransaction.Req,
        SetChargingProfile.Req,
        SetVariables.Req,
        TriggerMessage.Req {}
