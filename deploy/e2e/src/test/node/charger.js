// A charger that speaks through npm's ocpp-rpc in strict mode: every message in either direction is
// held against the official OCPP 1.6 schemas. Prints what happens, one JSON object a line; ends its
// transaction and leaves when standard input closes.
//
//   NODE_PATH=…/node_modules node charger.js ws://127.0.0.1:8081/ocpp STATION PASSWORD
'use strict';
const { RPCClient } = require('ocpp-rpc');

const [endpoint, identity, password] = process.argv.slice(2);
const tell = (event, more = {}) => console.log(JSON.stringify({ event, ...more }));
const now = () => new Date().toISOString();

const client = new RPCClient({
  endpoint,
  identity,
  password,
  protocols: ['ocpp1.6'],
  strictMode: true,
  reconnect: false,
});
client.on('strictValidationFailure', ({ error }) =>
  tell('invalid', { message: error.message, details: error.details }));
client.on('badMessage', ({ error }) => tell('invalid', { message: String(error) }));

let amperes = 0;
let sampling = 5;
let energyWattHours = 0;

client.handle('GetConfiguration', () => ({
  configurationKey: [
    { key: 'ChargeProfileMaxStackLevel', readonly: true, value: '8' },
    { key: 'ChargingScheduleAllowedChargingRateUnit', readonly: true, value: 'Current' },
    { key: 'ChargingScheduleMaxPeriods', readonly: true, value: '5' },
    { key: 'MaxChargingProfilesInstalled', readonly: true, value: '4' },
  ],
  unknownKey: [],
}));
client.handle('ChangeConfiguration', ({ params }) => {
  if (params.key === 'MeterValueSampleInterval') {
    sampling = Number(params.value);
  }
  tell('configured', params);
  return { status: 'Accepted' };
});
client.handle('SetChargingProfile', ({ params }) => {
  const profile = params.csChargingProfiles;
  if (profile.chargingProfilePurpose === 'TxProfile') {
    amperes = profile.chargingSchedule.chargingSchedulePeriod[0].limit;
  }
  tell('profile', { connectorId: params.connectorId, profile });
  return { status: 'Accepted' };
});
client.handle('ClearChargingProfile', () => ({ status: 'Unknown' }));
client.handle('TriggerMessage', () => ({ status: 'NotImplemented' }));

async function meterValues(transactionId) {
  energyWattHours += (amperes * 208 * sampling) / 3600;
  const current = (phase) => ({
    value: amperes.toFixed(1),
    measurand: 'Current.Import',
    phase,
    unit: 'A',
  });
  const register = {
    value: energyWattHours.toFixed(0),
    measurand: 'Energy.Active.Import.Register',
    unit: 'Wh',
  };
  await client.call('MeterValues', {
    connectorId: 1,
    transactionId,
    meterValue: [{ timestamp: now(), sampledValue: [current('L1'), current('L2'), register] }],
  });
}

async function main() {
  await client.connect();
  const boot = await client.call('BootNotification', {
    chargePointVendor: 'Elsewhere',
    chargePointModel: 'Strict One',
    firmwareVersion: '1.0',
  });
  tell('booted', boot);
  const status = (value) => client.call('StatusNotification', {
    connectorId: 1, errorCode: 'NoError', status: value, timestamp: now(),
  });
  await status('Available');
  await client.call('Heartbeat', {});
  const authorized = await client.call('Authorize', { idTag: 'ABCDEF01' });
  tell('authorized', authorized);
  await status('Preparing');
  const started = await client.call('StartTransaction', {
    connectorId: 1, idTag: 'ABCDEF01', meterStart: 0, timestamp: now(),
  });
  tell('started', started);
  await status('Charging');
  const timer = setInterval(() => {
    meterValues(started.transactionId).catch((error) => tell('failed', { message: `${error}` }));
  }, 1000 * Math.min(sampling, 2));
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.on('end', resolve));
  clearInterval(timer);
  const stopped = await client.call('StopTransaction', {
    transactionId: started.transactionId, idTag: 'ABCDEF01', meterStop: Math.round(energyWattHours),
    timestamp: now(), reason: 'Local',
  });
  tell('stopped', stopped);
  await status('Available');
  await client.close();
  tell('closed');
}

main().catch((error) => {
  tell('failed', { message: String(error) });
  process.exit(1);
});
