package dev.headroom.gateway.core.ocpp201;

import dev.headroom.gateway.core.rpc.Response;

/** An answer, to either side. */
public sealed interface Answer extends Response
    permits Authorize.Res,
        BootNotification.Res,
        ClearChargingProfile.Res,
        ClearedChargingLimit.Res,
        DataTransfer.Res,
        FirmwareStatusNotification.Res,
        GetChargingProfiles.Res,
        GetCompositeSchedule.Res,
        GetVariables.Res,
        Heartbeat.Res,
        LogStatusNotification.Res,
        MeterValues.Res,
        NotifyChargingLimit.Res,
        NotifyEVChargingNeeds.Res,
        NotifyEVChargingSchedule.Res,
        NotifyEvent.Res,
        NotifyReport.Res,
        ReportChargingProfiles.Res,
        RequestStopTransaction.Res,
        SecurityEventNotification.Res,
        SetChargingProfile.Res,
        SetVariables.Res,
        StatusNotification.Res,
        TransactionEvent.Res,
        TriggerMessage.Res {}
