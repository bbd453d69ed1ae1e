// What a charger says and answers in OCPP 2.0.1. It holds a profile of an earlier system at boot,
// and refuses a profile at the level of another, as K01.FR.06 and K01.FR.39 want it.
'use strict';
const { randomUUID } = require('node:crypto');

module.exports = (charger) => {
  const transactionId = randomUUID();
  const variables = {
    ProfileStackLevel: '8', RateUnit: 'A', PeriodsPerSchedule: '5', Entries: '10',
  };
  const schedule = (limit) => [{
    id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit }],
  }];
  let installed = [{
    evseId: 1,
    profile: {
      id: 777,
      stackLevel: 0,
      chargingProfilePurpose: 'TxDefaultProfile',
      chargingProfileKind: 'Relative',
      chargingSchedule: schedule(40),
    },
  }];
  let seqNo = 0;

  const event = (eventType, triggerReason, more = {}, transactionInfo = {}) => [
    'TransactionEvent', {
      eventType,
      timestamp: charger.now(),
      triggerReason,
      seqNo: seqNo++,
      transactionInfo: { transactionId, ...transactionInfo },
      ...more,
    },
  ];
  const status = (connectorStatus) => ['StatusNotification', {
    timestamp: charger.now(), connectorStatus, evseId: 1, connectorId: 1,
  }];
  const meterValue = (context) => [{
    timestamp: charger.now(),
    sampledValue: [
      ...['L1', 'L2'].map((phase) => ({
        value: charger.amperes,
        context,
        measurand: 'Current.Import',
        phase,
        unitOfMeasure: { unit: 'A' },
      })),
      {
        value: charger.wattHours / 1000,
        context,
        measurand: 'Energy.Active.Import.Register',
        unitOfMeasure: { unit: 'Wh', multiplier: 3 },
      },
    ],
  }];
  const install = (evseId, profile) => {
    const inTheWay = installed.some(({ evseId: at, profile: other }) =>
      other.id !== profile.id && at === evseId && other.stackLevel === profile.stackLevel
      && other.chargingProfilePurpose === profile.chargingProfilePurpose);
    if (!inTheWay) {
      installed = installed.filter(({ profile: other }) => other.id !== profile.id);
      installed.push({ evseId, profile });
    }
    return !inTheWay;
  };

  return {
    handlers: {
      GetVariables: ({ getVariableData }) => ({
        getVariableResult: getVariableData.map(({ component, variable, attributeType }) => ({
          attributeStatus: variables[variable.name] ? 'Accepted' : 'UnknownVariable',
          attributeType,
          attributeValue: variables[variable.name],
          component,
          variable,
        })),
      }),
      SetVariables: ({ setVariableData }) => ({
        setVariableResult: setVariableData.map(({ component, variable, attributeValue }) => {
          charger.tell('configured', {
            key: `${component.name}.${variable.name}`, value: attributeValue,
          });
          return { attributeStatus: 'Accepted', component, variable };
        }),
      }),
      GetChargingProfiles: ({ requestId }) => [
        { status: installed.length > 0 ? 'Accepted' : 'NoProfiles' },
        ...installed.map(({ evseId, profile }, i) => ['ReportChargingProfiles', {
          requestId,
          chargingLimitSource: 'CSO',
          evseId,
          chargingProfile: [profile],
          tbc: i < installed.length - 1,
        }]),
      ],
      ClearChargingProfile: ({ chargingProfileId }) => {
        const left = installed.filter(({ profile }) => profile.id !== chargingProfileId);
        const known = left.length < installed.length;
        installed = left;
        charger.tell('cleared', { id: chargingProfileId, known });
        return { status: known ? 'Accepted' : 'Unknown' };
      },
      SetChargingProfile: ({ evseId, chargingProfile: profile }) => {
        const accepted = install(evseId, profile);
        if (accepted && profile.chargingProfilePurpose === 'TxProfile') {
          charger.amperes = profile.chargingSchedule[0].chargingSchedulePeriod[0].limit;
        }
        charger.tell('profile', {
          evseId, accepted, profile: { ...profile, chargingSchedule: profile.chargingSchedule[0] },
        });
        return { status: accepted ? 'Accepted' : 'Rejected' };
      },
      TriggerMessage: () => ({ status: 'NotImplemented' }),
    },
    beginning: () => [
      ['booted', ['BootNotification', {
        reason: 'PowerUp',
        chargingStation: {
          vendorName: 'Elsewhere', model: 'Strict Two', firmwareVersion: '1.0',
        },
      }]],
      ['status', status('Available')],
      ['heartbeat', ['Heartbeat', {}]],
      ['authorized', ['Authorize', { idToken: { idToken: 'ABCDEF02', type: 'ISO14443' } }]],
      ['status', status('Occupied')],
      ['started', event('Started', 'Authorized', {
        evse: { id: 1, connectorId: 1 },
        idToken: { idToken: 'ABCDEF02', type: 'ISO14443' },
        meterValue: meterValue('Transaction.Begin'),
      }, { chargingState: 'EVConnected' })],
      ['charging', event('Updated', 'ChargingStateChanged', {}, { chargingState: 'Charging' })],
    ],
    heard: () => {},
    sample: (offline) => [
      event('Updated', 'MeterValuePeriodic', {
        ...(offline ? { offline } : {}), meterValue: meterValue('Sample.Periodic'),
      }),
    ],
    ending: () => [
      ['stopped', event('Ended', 'StopAuthorized', {
        meterValue: meterValue('Transaction.End'),
        idToken: { idToken: 'ABCDEF02', type: 'ISO14443' },
      }, { stoppedReason: 'Local' })],
      ['status', status('Available')],
    ],
  };
};
