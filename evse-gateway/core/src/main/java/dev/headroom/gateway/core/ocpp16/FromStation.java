package dev.headroom.gateway.core.ocpp16;

import dev.headroom.gateway.core.rpc.Request;

/** A request of the charge point. */
public sealed interface FromStation extends Request
    permits Authorize.Req,
        BootNotification.Req,
        DataTransfer.Req,
        DiagnosticsStatusNotification.Req,
        FirmwareStatusNotification.Req,
        Heartbeat.Req,
        LogStatusNotification.Req,
        MeterValues.Req,
        SecurityEventNotification.Req,
        SignedFirmwareStatusNotification.Req,
        StartTransaction.Req,
        StatusNotification.Req,
        StopTransaction.Req {}
