package dev.headroom.gateway.core.ocpp16;

import dev.headroom.gateway.core.rpc.Request;

/** A request of ours. */
public sealed interface ToStation extends Request
    permits ChangeConfiguration.Req,
        ClearChargingProfile.Req,
        GetCompositeSchedule.Req,
        GetConfiguration.Req,
        RemoteStopTransaction.Req,
        SetChargingProfile.Req,
        TriggerMessage.Req {}
