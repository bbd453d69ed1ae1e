package dev.headroom.gateway.core.ocpp16;

import dev.headroom.gateway.core.rpc.Response;

/** An answer, to either side. */
public sealed interface Answer extends Response
    permits Authorize.Conf,
        BootNotification.Conf,
        ChangeConfiguration.Conf,
        ClearChargingProfile.Conf,
        DataTransfer.Conf,
        DiagnosticsStatusNotification.Conf,
        FirmwareStatusNotification.Conf,
        GetCompositeSchedule.Conf,
        GetConfiguration.Conf,
        Heartbeat.Conf,
        LogStatusNotification.Conf,
        MeterValues.Conf,
        RemoteStopTransaction.Conf,
        SecurityEventNotification.Conf,
        SetChargingProfile.Conf,
        SignedFirmwareStatusNotification.Conf,
        StartTransaction.Conf,
        StatusNotification.Conf,
        StopTransaction.Conf,
        TriggerMessage.Conf {}
