// What a charger says and answers in OCPP 1.6.
'use strict';

module.exports = (charger) => {
  let transactionId = 0;

  const status = (value) => ['StatusNotification', {
    connectorId: 1, errorCode: 'NoError', status: value, timestamp: charger.now(),
  }];

  const sample = () => {
    const current = (phase) => ({
      value: charger.amperes.toFixed(1), measurand: 'Current.Import', phase, unit: 'A',
    });
    const register = {
      value: charger.wattHours.toFixed(0),
      measurand: 'Energy.Active.Import.Register',
      unit: 'Wh',
    };
    return [['MeterValues', {
      connectorId: 1,
      transactionId,
      meterValue: [{
        timestamp: charger.now(), sampledValue: [current('L1'), current('L2'), register],
      }],
    }]];
  };

  return {
    handlers: {
      GetConfiguration: () => ({
        configurationKey: [
          { key: 'ChargeProfileMaxStackLevel', readonly: true, value: '8' },
          { key: 'ChargingScheduleAllowedChargingRateUnit', readonly: true, value: 'Current' },
          { key: 'ChargingScheduleMaxPeriods', readonly: true, value: '5' },
          { key: 'MaxChargingProfilesInstalled', readonly: true, value: '4' },
        ],
        unknownKey: [],
      }),
      ChangeConfiguration: (params) => {
        charger.tell('configured', params);
        return { status: 'Accepted' };
      },
      SetChargingProfile: ({ connectorId, csChargingProfiles: profile }) => {
        if (profile.chargingProfilePurpose === 'TxProfile') {
          charger.amperes = profile.chargingSchedule.chargingSchedulePeriod[0].limit;
        }
        charger.tell('profile', { evseId: connectorId, profile });
        return { status: 'Accepted' };
      },
      ClearChargingProfile: () => ({ status: 'Unknown' }),
      TriggerMessage: () => ({ status: 'NotImplemented' }),
    },
    beginning: () => [
      ['booted', ['BootNotification', {
        chargePointVendor: 'Elsewhere', chargePointModel: 'Strict One', firmwareVersion: '1.0',
      }]],
      ['status', status('Available')],
      ['heartbeat', ['Heartbeat', {}]],
      ['authorized', ['Authorize', { idTag: 'ABCDEF01' }]],
      ['status', status('Preparing')],
      ['started', ['StartTransaction', {
        connectorId: 1, idTag: 'ABCDEF01', meterStart: 0, timestamp: charger.now(),
      }]],
      ['status', status('Charging')],
    ],
    heard: (event, answer) => {
      if (event === 'started') {
        transactionId = answer.transactionId;
      }
    },
    sample,
    ending: () => [
      ['stopped', ['StopTransaction', {
        transactionId,
        idTag: 'ABCDEF01',
        meterStop: Math.round(charger.wattHours),
        timestamp: charger.now(),
        reason: 'Local',
      }]],
      ['status', status('Available')],
    ],
  };
};
