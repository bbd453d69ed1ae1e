// A charger that speaks through npm's ocpp-rpc in strict mode: every message in either direction is
// held against the official OCPP schemas. Prints what happens, one JSON object a line. A line
// `offline` on standard input cuts its socket for some seconds; when standard input closes it ends
// its transaction and leaves.
//
//   NODE_PATH=…/node_modules node charger.js ws://127.0.0.1:8081/ocpp STATION PASSWORD [1.6|2.0.1]
'use strict';
const readline = require('node:readline');
const { RPCClient } = require('ocpp-rpc');
const versions = { '1.6': require('./ocpp16.js'), '2.0.1': require('./ocpp201.js') };

const [endpoint, identity, password, version = '1.6'] = process.argv.slice(2);
const OFFLINE_MILLIS = 4000;
const SAMPLE_MILLIS = 2000;
const VOLTS = 208;

const tell = (event, more = {}) => console.log(JSON.stringify({ event, ...more }));
const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

const charger = { amperes: 0, wattHours: 0, now: () => new Date().toISOString(), tell };
const speech = versions[version](charger);
let client;

async function connect() {
  client = new RPCClient({
    endpoint,
    identity,
    password,
    protocols: [`ocpp${version}`],
    strictMode: true,
    reconnect: false,
  });
  client.on('strictValidationFailure', ({ error }) =>
    tell('invalid', { message: error.message, details: error.details }));
  client.on('badMessage', ({ error }) => tell('invalid', { message: String(error) }));
  for (const [action, answer] of Object.entries(speech.handlers)) {
    client.handle(action, ({ params }) => {
      const [response, ...calls] = [answer(params)].flat();
      calls.forEach((call) => setImmediate(() => say(call).catch(fail)));
      return response;
    });
  }
  await client.connect();
}

const say = ([action, params]) => client.call(action, params);
const fail = (error) => tell('failed', { message: String(error) });

/** While the socket is cut, what would have been said waits, and is said as from then. */
async function beOffline() {
  const queue = [];
  await client.close({ code: 1001, force: true });
  tell('offline');
  const end = Date.now() + OFFLINE_MILLIS;
  while (Date.now() < end) {
    await sleep(SAMPLE_MILLIS);
    queue.push(...speech.sample(true));
  }
  await connect();
  for (const call of queue) {
    await say(call);
  }
  tell('online', { replayed: queue.length });
}

async function main() {
  let asked = false;
  let leaving = false;
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', (line) => { asked = line === 'offline'; });
  lines.on('close', () => { leaving = true; });

  await connect();
  for (const [event, call] of speech.beginning()) {
    const answer = await say(call);
    speech.heard(event, answer);
    tell(event, answer);
  }
  while (!leaving) {
    await sleep(SAMPLE_MILLIS);
    charger.wattHours += (charger.amperes * VOLTS * SAMPLE_MILLIS) / 3_600_000;
    if (asked) {
      asked = false;
      await beOffline();
    }
    for (const call of speech.sample(false)) {
      await say(call);
    }
  }
  for (const [event, call] of speech.ending()) {
    tell(event, await say(call));
  }
  await client.close();
  tell('closed');
}

main().catch((error) => {
  fail(error);
  process.exit(1);
});
