package dev.headroom.gateway.core.ocpp201;

import dev.headroom.gateway.core.rpc.Request;

/** A request of the station. */
public sealed interface FromStation extends Request
    permits Authorize.Req,
        BootNotification.Req,
        ClearedChargingLimit.Req,
        DataTransfer.Req,
        FirmwareStatusNotification.Req,
        Heartbeat.Req,
        LogStatusNotification.Req,
        MeterValues.Req,
        NotifyChargingLimit.Req,
        NotifyEVChargingNeeds.Req,
        NotifyEVChargingSchedule.Req,
        NotifyEvent.Req,
        NotifyReport.Req,
        ReportChargingProfiles.Req,
        SecurityEventNotification.Req,
        StatusNotification.Req,
        TransactionEvent.Req {}
